import { ArchiveRestore, ArrowUpRight, Copy, Trash2 } from 'lucide-react'
import { useLocation } from 'wouter'
import type { StoryRecord } from '../../domain/story-record.ts'
import { whyNotStep } from '../../domain/workflow.ts'
import { useActions, useDesk } from '../../store/use-desk.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { AnchoredMenu } from '../../ui/menu.tsx'

/** One menu for the whole list, beside the row that it was opened from. */
export function RowMenu({
  record,
  button,
  onClose,
}: {
  readonly record: StoryRecord
  readonly button: HTMLElement
  readonly onClose: () => void
}) {
  const actions = useActions()
  const me = useDesk((state) => state.me)
  const [, navigate] = useLocation()
  if (!me) return null
  const title = record.summary.headline === '' ? 'Untitled' : record.summary.headline

  const step = record.status === 'spiked' ? 'restore' : 'spike'
  const refusal = whyNotStep(record, me, step)
  const items: readonly MenuItem[] = [
    { id: 'open', label: 'Open', icon: <ArrowUpRight aria-hidden /> },
    { id: 'duplicate', label: 'Duplicate', icon: <Copy aria-hidden /> },
    {
      id: step,
      label: step === 'spike' ? 'Spike' : 'Restore',
      icon: step === 'spike' ? <Trash2 aria-hidden /> : <ArchiveRestore aria-hidden />,
      ...(refusal === null ? {} : { isDisabled: true, about: refusal.message }),
    },
  ]
  const run = (id: string): void => {
    if (id === 'open') navigate(`/stories/${record.id}`)
    else if (id === 'duplicate') actions.duplicateStory(record.id)
    else if (id === 'spike')
      actions.act(record.id, { type: 'spike' }, `Spiked “${title}”.`, { type: 'restore' })
    else actions.act(record.id, { type: 'restore' }, `Restored “${title}” as a draft.`)
  }
  return (
    <AnchoredMenu
      label={`Actions for ${title}`}
      anchor={button}
      onClose={onClose}
      items={items}
      onAction={run}
    />
  )
}
