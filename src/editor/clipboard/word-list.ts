import type { BlockKind } from '../../domain/block-kind.ts'

// Word's own properties are none that a browser keeps in element.style.
const rawStyle = (element: Element): string => (element.getAttribute('style') ?? '').toLowerCase()
const ITEM = /mso-list:\s*(?!none|ignore)[^;]*?level(\d+)/
const MARKER = /mso-list:\s*ignore/
const NUMBER = /^\(?(?:\d+(?:\.\d+)*[.)]?|[a-z]{1,5}[.)])\)?$/i

/** Is this the sign or number that Word writes in front of a list item? */
export const isWordMarker = (element: Element): boolean => MARKER.test(rawStyle(element))

/** Text that Word hides. */
export const isWordHidden = (element: Element): boolean => /mso-hide:\s*all/.test(rawStyle(element))

/**
 * Word doesn't write lists: it writes paragraphs with "mso-list:l0 level2 lfo1" in their style and the marker as text
 * before the words. Which list it is shows only in the marker.
 */
export function wordItem(element: Element): { readonly kind: BlockKind; readonly level: number } | null {
  const level = ITEM.exec(rawStyle(element))?.[1]
  if (level === undefined) return null
  const marker = Array.from(element.querySelectorAll('*')).find(isWordMarker)
  const sign = (marker?.textContent ?? '').replace(/[\s\u00A0]+/g, '')
  return { kind: NUMBER.test(sign) ? 'number' : 'bullet', level: Math.max(0, Number(level) - 1) }
}
