import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { classes } from './classes.ts'
import styles from './notice-list.module.css'

/** How long a notice stays; it waits while the pointer or the focus is on it. Problems stay until closed. */
const STAYS = 12_000

export type NoticeItem = {
  readonly id: string
  readonly tone: 'done' | 'problem'
  readonly text: string
  /** A button on the notice. */
  readonly offer?: { readonly label: string }
  /** One more, which leads on from here; the notice goes with it. */
  readonly way?: { readonly label: string; readonly go: () => void }
}

/**
 * Short messages at the foot of the page, read out when there is time. They stand beside the app's root, so that a
 * dialog can hide all of that root, and what is added to it later, from screen readers.
 */
export function NoticeList({
  notices,
  onDismiss,
  onOffer,
}: {
  readonly notices: readonly NoticeItem[]
  readonly onDismiss: (id: string) => void
  readonly onOffer: (id: string) => void
}) {
  return createPortal(
    <div
      data-live-announcer="true"
      data-react-aria-top-layer="true"
      aria-live="polite"
      className={styles['list']}
    >
      {notices.map((notice) => (
        <NoticeBox key={notice.id} notice={notice} onDismiss={onDismiss} onOffer={onOffer} />
      ))}
    </div>,
    document.body,
  )
}

function NoticeBox({
  notice: { id, tone, text, offer, way },
  onDismiss,
  onOffer,
}: {
  readonly notice: NoticeItem
  readonly onDismiss: (id: string) => void
  readonly onOffer: (id: string) => void
}) {
  const [held, setHeld] = useState(false)
  const dismiss = useRef(onDismiss)
  useEffect(() => {
    dismiss.current = onDismiss
  })
  useEffect(() => {
    if (held || tone === 'problem') return undefined
    const timer = setTimeout(() => {
      dismiss.current(id)
    }, STAYS)
    return () => {
      clearTimeout(timer)
    }
  }, [held, id, tone])
  const hold = (): void => {
    setHeld(true)
  }
  const letGo = (): void => {
    setHeld(false)
  }
  return (
    <div
      className={classes(styles['notice'], styles[tone])}
      onMouseEnter={hold}
      onMouseLeave={letGo}
      onFocus={hold}
      onBlur={letGo}
    >
      <span className={styles['words']}>{text}</span>
      {offer === undefined ? null : (
        <button
          type="button"
          onClick={() => {
            onOffer(id)
          }}
        >
          {offer.label}
        </button>
      )}
      {way === undefined ? null : (
        <button
          type="button"
          onClick={() => {
            onDismiss(id)
            way.go()
          }}
        >
          {way.label}
        </button>
      )}
      <button
        type="button"
        className={styles['close']}
        aria-label="Close this notice"
        onClick={() => {
          onDismiss(id)
        }}
      >
        <X aria-hidden />
      </button>
    </div>
  )
}
