import { useId, type KeyboardEvent, type ReactNode } from 'react'
import styles from './tabs.module.css'

export type TabItem = {
  readonly id: string
  readonly label: string
  /** A quiet number beside the label; 0 or missing shows none. Not part of the tab's name. */
  readonly count?: number
  readonly content: ReactNode
}

const TABBABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [contenteditable="true"], [tabindex]:not([tabindex="-1"])'

/**
 * Panels of which one is seen. Only the chosen panel is in the page. One stop of the Tab key; from there the arrows,
 * Home and End choose.
 */
export function Tabs({
  label,
  items,
  selected,
  onChange,
}: {
  readonly label: string
  readonly items: readonly TabItem[]
  readonly selected: string
  readonly onChange: (id: string) => void
}) {
  const base = useId()
  const tabId = (id: string): string => `${base}-tab-${id}`
  const panelId = `${base}-panel-${selected}`
  const chosen = items.find(({ id }) => id === selected)

  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const place = items.findIndex(({ id }) => id === selected)
    const next = items[placeAfter(event.key, place, items.length)]
    if (!next) return
    event.preventDefault()
    onChange(next.id)
    document.getElementById(tabId(next.id))?.focus()
  }

  return (
    <div className={styles['tabs']}>
      <div role="tablist" aria-label={label} className={styles['list']}>
        {items.map(({ id, label: name, count = 0 }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={tabId(id)}
            className={styles['tab']}
            aria-selected={id === selected}
            aria-controls={id === selected ? panelId : undefined}
            tabIndex={id === selected ? 0 : -1}
            onKeyDown={walk}
            onClick={() => {
              onChange(id)
            }}
          >
            {name}
            {count === 0 ? null : (
              <span className={styles['count']} aria-hidden>
                {count}
              </span>
            )}
          </button>
        ))}
      </div>
      <div className={styles['panels']}>
        {chosen ? (
          <div
            key={selected}
            ref={keepReachable}
            role="tabpanel"
            id={panelId}
            className={styles['panel']}
            aria-labelledby={tabId(selected)}
          >
            {chosen.content}
          </div>
        ) : null}
      </div>
    </div>
  )
}

/** Where a key leads to, the ends being neighbours; -1 for other keys. */
function placeAfter(key: string, place: number, length: number): number {
  switch (key) {
    case 'ArrowRight':
      return (place + 1) % length
    case 'ArrowLeft':
      return (place - 1 + length) % length
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return -1
  }
}

/** A panel in which nothing can be reached by Tab is reached itself, so that it can be scrolled and read. */
function keepReachable(panel: HTMLElement | null): (() => void) | undefined {
  if (!panel) return undefined
  const look = (): void => {
    const isReached = panel.hasAttribute('tabindex')
    const isNeeded = panel.querySelector(TABBABLE) === null
    // Written only when it changes, because the observer is told of this too.
    if (isNeeded && !isReached) panel.setAttribute('tabindex', '0')
    if (!isNeeded && isReached) panel.removeAttribute('tabindex')
  }
  look()
  const observer = new MutationObserver(look)
  observer.observe(panel, { subtree: true, childList: true, attributeFilter: ['disabled', 'tabindex'] })
  return () => {
    observer.disconnect()
  }
}
