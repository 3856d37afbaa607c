import { X } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import { Popover } from 'react-aria-components/Popover'
import type { ReportedFlag } from '../../../domain/checks/check-report.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { fieldElement } from '../field-element.ts'
import styles from './checks.module.css'
import { FlagActions } from './flag-actions.tsx'
import { FlagText } from './flag-text.tsx'
import { checkLabel } from './flag-words.ts'

/**
 * A card at the words of a flag. Where it was clicked for, the text keeps the focus: typing goes on and closes it, and Tab
 * enters it; where a key went there, it is entered. Escape, a press beside it, and Tab at its end close it, and give the
 * focus back where the card had it.
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
  const [before] = useState(() => document.activeElement)
  const saying = useId()
  const [anchor] = useState(() => anchorOf(flag))
  const offset = useOffset()
  const close = useRef(onClose)
  useEffect(() => {
    close.current = () => {
      giveBack(card.current, before)
      onClose()
    }
  })
  useLayoutEffect(() => {
    const shown = card.current
    // However the card goes, by itself too when its words are edited, the focus doesn't get lost with it.
    return () => giveBack(shown, before)
  }, [before])
  useEffect(() => {
    if (isEntered) buttonsOf(card.current)[0]?.focus({ preventScroll: true })
  }, [isEntered])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') {
        event.stopPropagation()
        return close.current()
      }
      if (isHeld(event)) return undefined
      const isInside = card.current?.contains(document.activeElement) === true
      if (event.key !== 'Tab') return isInside || KEEPING.has(event.key) ? undefined : close.current()
      if (!isInside && (event.shiftKey || document.activeElement !== before)) return close.current()
      event.preventDefault()
      event.stopPropagation()
      // The card stands at the end of the page, and not where it is seen: the way in, through it and out is its own.
      const buttons = buttonsOf(card.current)
      const at = isInside ? buttons.findIndex((button) => button === document.activeElement) : -1
      const next = buttons[at + (event.shiftKey ? -1 : 1)]
      return next ? next.focus() : close.current()
    }
    const onPointerDown = ({ target }: PointerEvent): void => {
      if (target instanceof Element && (card.current?.contains(target) || target.closest('[data-flag]')))
        return
      close.current()
    }
    // On the window, before all else: the popover would lead Tab out of the card in its own way.
    window.addEventListener('keydown', onKeyDown, true)
    document.addEventListener('pointerdown', onPointerDown, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
      document.removeEventListener('pointerdown', onPointerDown, true)
    }
  }, [before])
  if (anchor.current === null) return null
  return (
    <Popover
      className={styles['popover'] ?? ''}
      triggerRef={anchor}
      isOpen
      isNonModal
      placement="bottom start"
      offset={offset}
      // Its own effects say what closes it.
      shouldCloseOnInteractOutside={() => false}
    >
      <section
        ref={card}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a dialog element has closing and focus of its own
        role="dialog"
        aria-label={checkLabel(flag.check)}
        aria-describedby={saying}
        className={styles['card']}
      >
        <FlagText flag={flag} id={saying} />
        <FlagActions id={id} flag={flag} onDone={() => close.current()} />
        <span className={styles['close']}>
          <IconButton
            label="Close"
            icon={<X aria-hidden />}
            size="small"
            kind="quiet"
            onPress={() => close.current()}
          />
        </span>
      </section>
    </Popover>
  )
}

/** The focus goes back to where it was before the card had it. */
function giveBack(card: HTMLElement | null, before: Element | null): void {
  if (card?.contains(document.activeElement) && before instanceof HTMLElement)
    before.focus({ preventScroll: true })
}

/** How far the card stands from its words: as good as the same, and another one after each scroll, so that it goes along. */
function useOffset(): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const onScroll = (): void => setCount((now) => (now + 1) % 2)
    document.addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => document.removeEventListener('scroll', onScroll, { capture: true })
  }, [])
  return 6 + count / 100
}

/** Keys that neither type nor lead elsewhere. */
const KEEPING = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'F7'])

const isHeld = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey

const buttonsOf = (card: HTMLElement | null): readonly HTMLButtonElement[] => [
  ...(card?.querySelectorAll<HTMLButtonElement>('button:not([disabled])') ?? []),
]

/** The words of a flag on the page, or the field that it is in. Editors draw words anew: they are looked for each time. */
function anchorOf({ id, range: { place } }: ReportedFlag): RefObject<Element | null> {
  return {
    get current() {
      return place.to === 'text'
        ? document.querySelector(`[data-flag="${CSS.escape(id)}"]`)
        : fieldElement(place.field)
    },
  }
}
