import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { classes } from './classes.ts'
import styles from './notice-region.module.css'
import type { Notice } from './notices.ts'
import { announcedNow, hideNotice, noticesNow, watchNotices } from './notices.ts'
import hiding from './visually-hidden.module.css'

/** How long a notice stays; it waits while the pointer or the focus is on it. */
const STAYS = 12_000

/**
 * Where notices and announcements appear: once per page. `data-live-announcer` keeps it readable while a dialog
 * hides the rest of the page from screen readers.
 */
export function NoticeRegion() {
  const notices = useSyncExternalStore(watchNotices, noticesNow)
  const announced = useSyncExternalStore(watchNotices, announcedNow)
  return (
    <div data-live-announcer="true" data-react-aria-top-layer="true">
      <div aria-live="polite" className={hiding['hidden']}>
        {announced}
      </div>
      <div aria-live="polite" className={styles['region']}>
        {notices.map((notice) => (
          <NoticeBox key={notice.id} notice={notice} />
        ))}
      </div>
    </div>
  )
}

function NoticeBox({ notice }: { readonly notice: Notice }) {
  const [held, setHeld] = useState(false)
  const { id, text, tone, action } = notice
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(() => {
      hideNotice(id)
    }, STAYS)
    return () => {
      clearTimeout(timer)
    }
  }, [held, id])
  const hold = (): void => {
    setHeld(true)
  }
  const letGo = (): void => {
    setHeld(false)
  }
  return (
    <div
      className={classes(styles['notice'], tone === 'error' && styles['error'])}
      onMouseEnter={hold}
      onMouseLeave={letGo}
      onFocus={hold}
      onBlur={letGo}
    >
      <span className={styles['words']}>{text}</span>
      {action === null ? null : (
        <button
          type="button"
          onClick={() => {
            hideNotice(id)
            action.run()
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        className={styles['close']}
        aria-label="Close this notice"
        onClick={() => {
          hideNotice(id)
        }}
      >
        <X aria-hidden />
      </button>
    </div>
  )
}
