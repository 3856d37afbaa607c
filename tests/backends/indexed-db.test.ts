import 'fake-indexeddb/auto'
import { backendContract } from './contract.ts'
import { makeIndexedDbDesk } from './indexed-db-desk.ts'

backendContract('indexed-db (in Node)', makeIndexedDbDesk)
