import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/** Ctrl or Cmd and Enter, anywhere in an element. */
export function useCtrlEnter(place: RefObject<HTMLElement | null>, act: () => void): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    const element = place.current
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      latest.current()
    }
    element?.addEventListener('keydown', press)
    return () => {
      element?.removeEventListener('keydown', press)
    }
  }, [place])
}
