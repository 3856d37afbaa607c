import type { ReactElement } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import styles from '../entry/entry.module.css'
import { SignInPage } from './sign-in-page.tsx'

/** The sign-in page over the app, whose session has ended: nothing beneath it can be seen or reached until somebody is in. */
export function SignInCover(): ReactElement {
  return (
    <ModalOverlay className={styles['cover'] ?? ''} isOpen isKeyboardDismissDisabled>
      <Modal className={styles['over'] ?? ''}>
        <Dialog aria-label="Sign in" className={styles['dialog'] ?? ''}>
          <SignInPage />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
