import type { NewsroomSettings } from '../domain/newsroom-settings.ts'
import type { DeskStorage } from '../rules/desk-storage.ts'
import type { DeskMessage, Hub } from './hub.ts'
import type { PersonAtWork } from './person-at-work.ts'
import type { StoryLocks } from './story-locks.ts'

/** What all parts of a local backend work with. */
export type LocalDesk = {
  readonly storage: DeskStorage
  readonly hub: Hub
  readonly locks: StoryLocks
  readonly person: PersonAtWork
  readonly now: () => Date
  readonly settings: NewsroomSettings
  /** Client id of a Yjs document that the backend writes, once: a new story's or a new epoch's seed. */
  readonly seeder: () => number
  readonly delays: Delays
}

/** Milliseconds. */
export type Delays = {
  /** From the first unsaved change until it is stored. */
  readonly store: number
  /** Without a change until the summary is derived. */
  readonly summary: number
}

/** With the time that a disk takes, and a page that is busy, a change is stored within the 250 ms that are promised. */
export const DELAYS: Delays = { store: 50, summary: 1000 }

/** Tells everybody but `from`, here and in other tabs. */
export type Tell = (message: DeskMessage, from: object | null) => void
