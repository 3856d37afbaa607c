import { ArrowUpRight, Copy } from 'lucide-react'
import { useLocation } from 'wouter'
import type { StoryRecord } from '../../domain/story-record.ts'
import { useActions, useDesk } from '../../store/use-desk.ts'
import type { MenuItem } from '../../ui/menu.tsx'
import { AnchoredMenu } from '../../ui/anchored-menu.tsx'
import type { OfferedStep, RowStep, RowStepName } from './row-steps.ts'
import { ROW_STEPS, stepsFor, titled, undoOf } from './row-steps.ts'
import { STEP_ICONS } from './step-icons.tsx'

/** One menu for the whole list, beside the row that it was opened from: ways to the story, and its next steps. */
export function RowMenu({
  record,
  address,
  button,
  onNote,
  onClose,
}: {
  readonly record: StoryRecord
  /** Of the story's page. */
  readonly address: string
  readonly button: HTMLElement
  /** A step that needs a note was chosen. */
  readonly onNote: (step: 'request changes' | 'reopen') => void
  readonly onClose: () => void
}) {
  const actions = useActions()
  const me = useDesk((state) => state.me)
  const [, navigate] = useLocation()
  if (!me) return null

  const items: readonly MenuItem[] = [
    { id: 'open', label: 'Open', icon: <ArrowUpRight aria-hidden /> },
    ...stepsFor(record, me).map(itemOf),
    { id: 'duplicate', label: 'Duplicate', icon: <Copy aria-hidden /> },
  ]
  const run = (id: string): void => {
    if (id === 'open') return navigate(address)
    if (id === 'duplicate') return void actions.duplicateStory(record.id)
    const step: RowStep = ROW_STEPS[id as RowStepName]
    if (step.how === 'on its page') navigate(address)
    else if (step.how === 'with a note') onNote(step.type)
    else actions.act(record.id, step.action, step.done(titled(record)), undoOf(record, me, step))
  }
  return (
    <AnchoredMenu
      label={`Actions for ${record.summary.headline === '' ? 'Untitled' : record.summary.headline}`}
      anchor={button}
      onClose={onClose}
      items={items}
      onAction={run}
    />
  )
}

function itemOf({ step, why }: OfferedStep): MenuItem {
  const { name, about = '' }: RowStep = ROW_STEPS[step]
  const more = why === '' ? about : why
  return {
    id: step,
    label: name,
    icon: STEP_ICONS[step],
    isDisabled: why !== '',
    ...(step === 'claim' ? { shortcut: 'C' } : {}),
    ...(more === '' ? {} : { about: more }),
  }
}
