import { Bell as BellIcon } from 'lucide-react'
import { Suspense, useRef, useState, type ReactElement } from 'react'
import { Button } from 'react-aria-components/Button'
import { unreadIn } from '../../store/inbox.ts'
import { useDesk } from '../../store/use-desk.ts'
import { Hinted } from '../../ui/hinted.tsx'
import styles from './bell.module.css'
import { useAnnouncedNotices } from './use-announced-notices.ts'
import { lazyPart } from '../lazy-part.tsx'

const Inbox = lazyPart(() => import('./inbox.tsx'), 'Inbox', 'floating')

/** From so many on the number is not said exactly. */
const MANY = 99

/** What the person at work was told of their stories: how much is unread, and the way to it. */
export function Bell(): ReactElement | null {
  const me = useDesk((state) => state.me)
  const unread = useDesk((state) => unreadIn(state.inbox))
  const [isOpen, setOpen] = useState(false)
  const buttonRef = useRef<HTMLButtonElement>(null)
  useAnnouncedNotices()
  if (!me) return null
  return (
    <>
      <Hinted hint="Notices" delay={400} placement="right">
        <Button
          ref={buttonRef}
          className={styles['bell'] ?? ''}
          aria-label={unread === 0 ? 'Notices' : `Notices, ${unread} unread`}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onPress={() => {
            setOpen(!isOpen)
          }}
        >
          <BellIcon className={styles['icon']} aria-hidden />
          {unread === 0 ? null : (
            <span
              className={styles['unread']}
              aria-hidden
              data-unread={unread > MANY ? `${MANY}+` : unread}
            />
          )}
        </Button>
      </Hinted>
      {isOpen ? (
        <Suspense fallback={null}>
          <Inbox
            // Another person's notices are another list.
            key={me.id}
            anchorRef={buttonRef}
            onClose={() => {
              setOpen(false)
            }}
          />
        </Suspense>
      ) : null}
    </>
  )
}
