import type { ReactElement } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Asks before words are thrown away that stand nowhere else. */
export function DiscardLateEdit({
  onClose,
  onDiscard,
}: {
  readonly onClose: () => void
  readonly onDiscard: () => void
}): ReactElement {
  return (
    <Dialog
      title="Discard these words?"
      role="alertdialog"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Keep them</Button>
          <Button kind="danger" onPress={onDiscard}>
            Discard
          </Button>
        </>
      }
    >
      <p>
        They are kept nowhere but in this browser, and can’t be had again. The story itself stays as it is.
      </p>
    </Dialog>
  )
}
