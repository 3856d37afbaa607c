import type { ReactElement, ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Asks whether something is meant. */
export function ConfirmDialog({
  title,
  button,
  danger = false,
  onConfirm,
  onClose,
  children,
}: {
  readonly title: string
  readonly button: string
  readonly danger?: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}): ReactElement {
  return (
    <Dialog
      title={title}
      size="small"
      role="alertdialog"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind={danger ? 'danger' : 'primary'}
            onPress={() => {
              onConfirm()
              onClose()
            }}
          >
            {button}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
