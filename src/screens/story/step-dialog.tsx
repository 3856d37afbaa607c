import type { ReactElement } from 'react'
import type { Person } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { useActions, useOpenStory } from '../../store/use-desk.ts'
import { NoteDialog } from '../desk/note-dialog.tsx'
import { ROW_STEPS, titled } from '../desk/row-steps.ts'
import { ApproveDialog } from './approve-dialog.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { KeepVersionDialog } from './keep-version-dialog.tsx'

/** What is asked for before it is done: a note, a name, a last look, or whether it is meant. */
export type AskedStep = 'request changes' | 'reopen' | 'approve' | 'take over' | 'spike' | 'keep version'

type StepDialogProps = {
  readonly record: StoryRecord
  readonly me: Person
  readonly onClose: () => void
}

/** The dialog of a step. All of them are loaded together, when the first is asked for. */
export function StepDialog({
  step,
  record: stored,
  me,
  onClose,
}: StepDialogProps & { readonly step: AskedStep }): ReactElement {
  // The summary on the record is behind by what was just typed; a dialog names the story as it is on the page.
  const headline = useOpenStory(stored.id, (story) => story.headline) ?? stored.summary.headline
  const record = { ...stored, summary: { ...stored.summary, headline } }
  switch (step) {
    case 'approve':
      return <ApproveDialog record={record} me={me} onClose={onClose} />
    case 'keep version':
      return <KeepVersionDialog record={record} onClose={onClose} />
    case 'request changes':
    case 'reopen':
      return <NoteDialog record={record} step={step} onClose={onClose} />
    default:
      return <MeantDialog record={record} step={step} onClose={onClose} />
  }
}

/** The two steps that take something out of other hands. */
function MeantDialog({
  record,
  step,
  onClose,
}: Omit<StepDialogProps, 'me'> & { readonly step: 'take over' | 'spike' }): ReactElement {
  const actions = useActions()
  const how = ROW_STEPS[step]
  return (
    <ConfirmDialog
      title={`${how.name}: ${titled(record)}`}
      button={how.name}
      danger={step === 'spike'}
      onClose={onClose}
      onConfirm={() =>
        actions.act(record.id, how.action, how.done(titled(record)), 'undo' in how ? how.undo : undefined)
      }
    >
      {step === 'spike' ? (
        <p>It goes off the desk, and nobody edits it any more. Nothing of it is lost: it can be restored.</p>
      ) : (
        <p>You review it from now on. Whoever claimed it is told, and keeps what they have written.</p>
      )}
    </ConfirmDialog>
  )
}
