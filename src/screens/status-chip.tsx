import type { Status } from '../domain/story-record.ts'
import type { ChipTone } from '../ui/chip.tsx'
import { Chip } from '../ui/chip.tsx'

const TONES: Readonly<Record<Status, ChipTone>> = {
  draft: 'plain',
  submitted: 'plain',
  'in review': 'review',
  'changes requested': 'warn',
  approved: 'ok',
  published: 'ok',
  spiked: 'cut',
}

/** The name of a status as people read it: "In review". */
export const statusName = (status: Status): string => status.charAt(0).toUpperCase() + status.slice(1)

/** Where a story stands; `claimant` is the name of whoever reviews it. */
export function StatusChip({
  status,
  claimant = '',
}: {
  readonly status: Status
  readonly claimant?: string
}) {
  return (
    <Chip tone={TONES[status]} dot={status !== 'draft'}>
      {statusName(status)}
      {claimant === '' ? '' : ` · ${claimant}`}
    </Chip>
  )
}
