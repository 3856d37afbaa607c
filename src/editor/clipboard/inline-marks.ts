import type { Marks } from '../../domain/story-content.ts'
import { checkLink } from '../check-link.ts'

const BOLD_TAGS = new Set(['STRONG', 'B'])
const ITALIC_TAGS = new Set(['EM', 'I'])

/** The marks of words inside of an element, given those around it. What a style says goes over what the tag says. */
export function marksInside(element: HTMLElement, outer: Marks): Marks {
  const { fontWeight, fontStyle } = element.style
  const bold = weightIsBold(fontWeight) ?? (BOLD_TAGS.has(element.tagName) || outer.bold === true)
  const italic =
    fontStyle === ''
      ? ITALIC_TAGS.has(element.tagName) || outer.italic === true
      : /^(?:italic|oblique)/.test(fontStyle)
  const link = linkOf(element) ?? outer.link
  return {
    ...(bold ? { bold: true } : {}),
    ...(italic ? { italic: true } : {}),
    ...(link === undefined ? {} : { link }),
  }
}

function weightIsBold(weight: string): boolean | null {
  if (weight === '' || weight === 'inherit' || weight === 'lighter') return null
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
}

function linkOf(element: HTMLElement): string | undefined {
  if (element.tagName !== 'A' || !element.hasAttribute('href')) return undefined
  const link = checkLink(element.getAttribute('href') ?? '')
  return link.ok ? link.href : undefined
}
