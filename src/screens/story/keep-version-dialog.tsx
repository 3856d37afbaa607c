import { useState, type ReactElement } from 'react'
import type { StoryRecord } from '../../domain/story-record.ts'
import { useActions } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** Keeps the story as it is now under a name, so that it can be compared with and gone back to. */
export function KeepVersionDialog({
  record,
  onClose,
}: {
  readonly record: StoryRecord
  readonly onClose: () => void
}): ReactElement {
  const actions = useActions()
  const [name, setName] = useState('')
  const [error, setError] = useState('')
  const keep = (): void => {
    const words = name.trim()
    if (words === '') return setError('Give the version a name, so that it can be found again.')
    actions.act(record.id, { type: 'keep version', name: words }, `Kept the version “${words}”.`)
    onClose()
  }
  return (
    <Dialog
      title="Keep version"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={keep}>
            Keep version
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        placeholder="Before the lawyers read it"
        description="The story goes on; this is how it stands now, and it is found under Versions."
        value={name}
        error={error}
        maxLength={120}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that asks one question begins in its field
        autoFocus
        autoComplete="off"
        onChange={(value) => {
          setName(value)
          setError('')
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
        }}
      />
    </Dialog>
  )
}
