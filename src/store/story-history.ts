import type { LateEdit, StoryEvent, Verdict, VersionHead } from '../backends/backend.ts'
import type { StoryContent } from '../domain/story-content.ts'
import type { Asked } from './desk-state.ts'

/** One state of a story that can be read and compared: a version by its number, or the document as it is now. */
export type VersionName = number | 'now'

/** What the store knows of a story's past. What is missing was never asked for. */
export type StoryHistory = {
  /** Newest first. */
  readonly heads?: Asked<readonly VersionHead[]>
  /** What each version says, by number. A version never changes: it is fetched once. */
  readonly versions: Readonly<Record<number, Asked<StoryContent>>>
  /** Oldest first, both. */
  readonly verdicts?: Asked<readonly Verdict[]>
  readonly events?: Asked<readonly StoryEvent[]>
  /** The version that was chosen in the list, and the one it is compared with; where nobody chose, the newest two. */
  readonly compared?: Compared
  /** Words of the person at work that came after the story was closed. */
  readonly lateEdits?: Asked<readonly LateEdit[]>
  /** The version that is being restored, or the late edit that is being brought back. */
  readonly busy?: number | string
}

export type Compared = { readonly chosen: VersionName; readonly against: VersionName }

export const BLANK_HISTORY: StoryHistory = { versions: {} }
