import { useEffect, useRef } from 'react'

/** Keys of the page that work wherever the focus is, before any text or field hears of them. */
export function usePageKeys<Key>(
  keyOf: (event: KeyboardEvent) => Key | null,
  press: (key: Key) => void,
): void {
  const latest = useRef(press)
  useEffect(() => {
    latest.current = press
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const pressed = keyOf(event)
      // A dialog over the page has keys of its own.
      if (pressed === null || document.querySelector('[role=dialog][aria-modal=true], dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(pressed)
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [keyOf])
}
