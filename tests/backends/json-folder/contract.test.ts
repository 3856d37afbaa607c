import { backendContract } from '../contract.ts'
import { newDesk } from './folder-desk.ts'

backendContract('a folder of JSON files', newDesk)
