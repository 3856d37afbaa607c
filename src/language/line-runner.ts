import type { CheckedLine } from '../domain/checks/checked-story.ts'
import type { LineFlag } from '../domain/checks/flag.ts'

/**
 * Looks at lines somewhere else, a worker for instance, and answers when it is done. Takes one batch at a time; rejects
 * never: what could not be looked at comes back without flags, and the runner says how it is.
 */
export interface LineRunner {
  /** The flags of each line, in the order of the lines. */
  check(lines: readonly CheckedLine[]): Promise<readonly (readonly LineFlag[])[]>
  close(): void
}
