import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classes } from './classes.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

/**
 * A dialog over the page, named by its title. Escape and the cross close it; a press beside it does not, since
 * what was typed would be lost.
 */
export function Dialog({
  title,
  onClose,
  size = 'normal',
  role = 'dialog',
  children,
  footer,
}: {
  readonly title: string
  /** Without it the dialog has no cross and Escape does nothing: only its buttons end it. */
  readonly onClose?: () => void
  readonly size?: 'small' | 'normal' | 'large'
  readonly role?: 'dialog' | 'alertdialog'
  readonly children: ReactNode
  /** Buttons at the foot; the main one last. */
  readonly footer?: ReactNode
}) {
  return (
    <ModalOverlay
      className={classes(styles['veil'])}
      isOpen
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(open) => {
        if (!open) onClose?.()
      }}
    >
      <Modal className={classes(styles['modal'], styles[size])}>
        <AriaDialog className={classes(styles['dialog'])} role={role}>
          <div className={styles['head']}>
            <Heading slot="title" className={classes(styles['title'])}>
              {title}
            </Heading>
            {onClose === undefined ? null : (
              <IconButton label="Close" icon={<X aria-hidden />} onPress={onClose} />
            )}
          </div>
          <div className={styles['body']}>{children}</div>
          {footer === undefined ? null : <div className={styles['foot']}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
