import type { Fields } from '../../domain/story-content.ts'
import type { FieldPath } from '../../domain/suggestions/suggestion.ts'

/** In which panel each plain field stands, and under which label. */
const PLACES: Readonly<Record<keyof Fields, readonly [panel: string, label: string]>> = {
  organisation: ['byline', 'Organisation'],
  place: ['dateline', 'Place'],
  date: ['dateline', 'Date'],
  source: ['dateline', 'Source'],
  section: ['section', 'Section'],
  slug: ['section', 'Slug'],
  keywords: ['more', 'Keywords'],
  language: ['more', 'Language'],
  deskNote: ['more', 'Desk note'],
  lead: ['photo', 'Alt text'],
}

const PARTS: Readonly<Record<string, string>> = {
  name: 'Name',
  role: 'Role',
  alt: 'Alt text',
  credit: 'Credit',
}

/** The panel of a plain field. */
export function fieldPanel(field: FieldPath): string {
  const [kind = ''] = field.split(':')
  return kind === 'author' ? 'byline' : kind === 'photo' ? 'photo' : (PLACES[kind as keyof Fields]?.[0] ?? '')
}

/** The element in which a plain field is written; null while its panel isn't on the page. */
export function fieldElement(field: FieldPath): HTMLInputElement | HTMLTextAreaElement | null {
  const [kind = '', id = '', part = ''] = field.split(':')
  const isItem = kind === 'author' || kind === 'photo'
  const label = isItem ? (PARTS[part] ?? '') : PLACES[kind as keyof Fields]?.[1]
  const home = isItem ? dataQuery(kind, id) : dataQuery('panel', fieldPanel(field))
  const inputs = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    `${home} :is(input, textarea)`,
  )
  return (
    [...inputs].find((input) => [...(input.labels ?? [])].some(({ textContent }) => textContent === label)) ??
    null
  )
}

/** What finds an element by what it is about. */
export const dataQuery = (name: string, value: string): string => `[data-${name}="${CSS.escape(value)}"]`
