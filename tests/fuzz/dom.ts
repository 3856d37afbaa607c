import { JSDOM } from 'jsdom'

/** A DOM for editors that run outside of a browser and outside of vitest. */
if (typeof document === 'undefined') {
  const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true })
  const names = [
    'window',
    'document',
    'navigator',
    'Node',
    'Element',
    'HTMLElement',
    'Text',
    'Range',
    'DOMRect',
    'DocumentFragment',
    'DOMParser',
    'MutationObserver',
    'KeyboardEvent',
    'Event',
    'getComputedStyle',
    'getSelection',
    'requestAnimationFrame',
    'cancelAnimationFrame',
  ]
  for (const name of names) {
    const value = (window as unknown as Record<string, unknown>)[name]
    const bound =
      typeof value === 'function' && !/^[A-Z]/.test(name) ? (value.bind(window) as unknown) : value
    Object.defineProperty(globalThis, name, { value: bound, configurable: true, writable: true })
  }
}

// jsdom lays nothing out: what ProseMirror asks about places has no answer there.
Range.prototype.getClientRects = () => Object.assign([], { item: () => null })
Range.prototype.getBoundingClientRect = () => new DOMRect()
document.elementFromPoint = () => null
HTMLElement.prototype.scrollIntoView = () => undefined
