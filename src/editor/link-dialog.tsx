import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { checkLink } from './check-link.ts'
import { linkAt, removeLink, setLink } from './commands/link.ts'
import { runCommand } from './run-command.ts'

/** Asks for the address of a link, or shows the one at the caret to be changed or removed. */
export function LinkDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const [old] = useState(() => linkAt(editor.state))
  const [address, setAddress] = useState(old?.href ?? '')
  const [message, setMessage] = useState('')

  const finish = (): void => {
    onClose()
    // The dialog gives the focus back when it is gone; the text is where it belongs.
    requestAnimationFrame(() => {
      if (!editor.isDestroyed) editor.view.focus()
    })
  }
  const apply = (): void => {
    const link = checkLink(address)
    if (!link.ok) setMessage(link.message)
    else {
      runCommand(editor, setLink(address))
      finish()
    }
  }
  return (
    <Dialog
      title={old === null ? 'Add a link' : 'Edit the link'}
      size="small"
      onClose={finish}
      footer={
        <>
          {old === null ? null : (
            <Button
              kind="danger"
              onPress={() => {
                runCommand(editor, removeLink)
                finish()
              }}
            >
              Remove link
            </Button>
          )}
          <Button kind="primary" onPress={apply}>
            {old === null ? 'Add link' : 'Change link'}
          </Button>
        </>
      }
    >
      <TextField
        label="Address"
        value={address}
        placeholder="example.com/story"
        inputMode="url"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a dialog that was asked for
        autoFocus
        error={message}
        onChange={(value) => {
          setAddress(value)
          setMessage('')
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            apply()
          }
        }}
      />
    </Dialog>
  )
}
