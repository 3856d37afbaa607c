import 'fake-indexeddb/auto'
import { backendContract } from './contract.ts'
import { migrationContract } from './contract-migration.ts'
import { makeIndexedDbDesk } from './indexed-db-desk.ts'

backendContract('indexed-db (in Node)', makeIndexedDbDesk)
migrationContract()
