import { useEffect, useMemo, useRef, type ReactElement } from 'react'
import { Popover } from 'react-aria-components/Popover'
import type { ReportedFlag } from '../../../domain/checks/check-report.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { X } from 'lucide-react'
import styles from './checks.module.css'
import { FlagActions } from './flag-actions.tsx'
import { FlagText } from './flag-text.tsx'
import { checkLabel } from './flag-words.ts'

/**
 * A card at the words of a flag. Where it was clicked for, the text keeps the focus and typing goes on; where a key went
 * there, it is entered. Escape, and a press beside it, close it.
 */
export function FlagCard({
  id,
  flag,
  isEntered,
  onClose,
}: {
  readonly id: string
  readonly flag: ReportedFlag
  readonly isEntered: boolean
  readonly onClose: () => void
}): ReactElement | null {
  const card = useRef<HTMLElement>(null)
  /** Where the focus goes when the card is left. */
  const before = useRef(document.activeElement)
  const anchor = useMemo(() => ({ current: anchorOf(flag) }), [flag])
  const leave = useRef(onClose)
  useEffect(() => {
    leave.current = () => {
      if (card.current?.contains(document.activeElement) && before.current instanceof HTMLElement)
        before.current.focus({ preventScroll: true })
      onClose()
    }
  })
  useEffect(() => {
    if (isEntered) card.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
  }, [isEntered])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      leave.current()
    }
    const onPointerDown = ({ target }: PointerEvent): void => {
      if (target instanceof Element && (card.current?.contains(target) || target.closest('[data-flag]')))
        return
      leave.current()
    }
    document.addEventListener('keydown', onKeyDown, true)
    document.addEventListener('pointerdown', onPointerDown, true)
    return () => {
      document.removeEventListener('keydown', onKeyDown, true)
      document.removeEventListener('pointerdown', onPointerDown, true)
    }
  }, [])
  if (anchor.current === null) return null
  return (
    <Popover
      className={styles['popover'] ?? ''}
      triggerRef={anchor}
      isOpen
      isNonModal
      placement="bottom start"
      offset={6}
    >
      <section ref={card} aria-label={checkLabel(flag.check)} className={styles['card']}>
        <FlagText flag={flag} />
        <FlagActions id={id} flag={flag} onDone={() => leave.current()} />
        <span className={styles['close']}>
          <IconButton
            label="Close"
            icon={<X aria-hidden />}
            size="small"
            kind="quiet"
            onPress={() => leave.current()}
          />
        </span>
      </section>
    </Popover>
  )
}

/** The words of a flag on the page, or the field that has the focus because the flag is in it. */
function anchorOf({ id, range }: ReportedFlag): Element | null {
  return range.place.to === 'text'
    ? document.querySelector(`[data-flag="${CSS.escape(id)}"]`)
    : document.activeElement
}
