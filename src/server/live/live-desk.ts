import type { DeskStorage } from '../../rules/desk-storage.ts'
import type { Log } from '../log.ts'
import type { DeskHub } from './desk-hub.ts'

/** What the live layer works with; a ServerDesk is one. */
export type LiveDesk = {
  readonly storage: DeskStorage
  readonly hub: DeskHub
  readonly now: () => Date
  readonly log: Log
}
