import { backendContract } from './contract.ts'
import { makeIndexedDbDesk } from './indexed-db-desk.ts'

backendContract('indexed-db (in Chromium)', makeIndexedDbDesk)
