import { backendContract } from './contract.ts'
import { migrationContract } from './contract-migration.ts'
import { makeIndexedDbDesk } from './indexed-db-desk.ts'

backendContract('indexed-db (in Chromium)', makeIndexedDbDesk)
migrationContract()
