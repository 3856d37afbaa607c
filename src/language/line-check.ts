import type { CheckedLine } from '../domain/checks/checked-story.ts'
import type { CheckSettings } from '../domain/checks/check-settings.ts'
import type { LineFlag } from '../domain/checks/flag.ts'

/** Looks at one line, and needs to know of no other. Pure, and its time grows with the line's length at most. */
export type LineCheck = (line: CheckedLine, settings: CheckSettings) => readonly LineFlag[]
