import type { Status } from '../../src/domain/story-record.ts'

/** An empty desk's counts. */
export const NOBODY_COUNTS: Readonly<Record<Status, number>> = {
  draft: 0,
  submitted: 0,
  'in review': 0,
  'changes requested': 0,
  approved: 0,
  published: 0,
  spiked: 0,
}
