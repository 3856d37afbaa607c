import { useEffect, type RefObject } from 'react'

const FOCUSABLE =
  '[contenteditable=true], a[href], input:not(:disabled), textarea, select:not(:disabled), [tabindex="0"], button:not(:disabled):not([tabindex="-1"])'

/**
 * F6 goes round the page's regions (elements with `data-region`), Shift+F6 the other way: each is entered where it
 * was left. Escape in the side goes back to the text.
 */
export function useRegionKeys(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    /** Where the focus was last in each region. */
    const places = new WeakMap<Element, HTMLElement>()
    const regionOf = (target: EventTarget | null): HTMLElement | null =>
      target instanceof Element ? target.closest<HTMLElement>('[data-region]') : null
    const enter = (region: HTMLElement | undefined): void => {
      const last = region ? places.get(region) : undefined
      const target = last?.isConnected === true ? last : region?.querySelector<HTMLElement>(FOCUSABLE)
      target?.focus()
    }

    const onFocusIn = (event: FocusEvent): void => {
      const region = regionOf(event.target)
      if (region && event.target instanceof HTMLElement) places.set(region, event.target)
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const regions = [...element.querySelectorAll<HTMLElement>('[data-region]')]
      const here = regionOf(document.activeElement)
      if (event.key === 'F6') {
        event.preventDefault()
        const index = here ? regions.indexOf(here) : -1
        const step = event.shiftKey ? regions.length - 1 : 1
        enter(regions[(Math.max(index, 0) + (index === -1 ? 0 : step)) % regions.length])
      } else if (event.key === 'Escape' && here?.dataset['region'] === 'side') {
        enter(regions.find((region) => region.dataset['region'] === 'text'))
      }
    }
    element.addEventListener('focusin', onFocusIn)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      element.removeEventListener('focusin', onFocusIn)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [root])
}
