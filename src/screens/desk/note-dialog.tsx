import { useState } from 'react'
import type { StoryRecord } from '../../domain/story-record.ts'
import { useActions } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { titled } from './row-steps.ts'

export type NotedStepName = 'request changes' | 'reopen'

const WORDS: Readonly<
  Record<
    NotedStepName,
    { title: string; button: string; description: string; done: (title: string) => string }
  >
> = {
  'request changes': {
    title: 'Request changes',
    button: 'Request changes',
    description: 'What the reporters should do. They are told, and can edit the story again.',
    done: (title) => `Sent ${title} back for changes.`,
  },
  reopen: {
    title: 'Reopen',
    button: 'Reopen',
    description: 'Why the approved story must change. Its approved version is kept.',
    done: (title) => `Reopened ${title}.`,
  },
}

/** Asks for the note that a step needs, and takes the step. */
export function NoteDialog({
  record,
  step,
  onClose,
}: {
  readonly record: StoryRecord
  readonly step: NotedStepName
  readonly onClose: () => void
}) {
  const actions = useActions()
  const [note, setNote] = useState('')
  const [error, setError] = useState('')
  const words = WORDS[step]
  const send = (): void => {
    if (note.trim() === '') {
      setError('Say why, so that the next person knows what to do.')
      return
    }
    actions.act(record.id, { type: step, note: note.trim() }, words.done(titled(record)))
    onClose()
  }
  return (
    <Dialog
      title={`${words.title}: ${titled(record)}`}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={send}>
            {words.button}
          </Button>
        </>
      }
    >
      <TextArea
        label="Note"
        rows={4}
        value={note}
        error={error}
        description={words.description}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that asks one question begins in its field
        autoFocus
        onChange={(value) => {
          setNote(value)
          setError('')
        }}
      />
    </Dialog>
  )
}
