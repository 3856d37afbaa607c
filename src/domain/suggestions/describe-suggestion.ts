import type { Json } from '../json.ts'
import { PLACE } from '../text-layout.ts'
import type { Gathered } from './gather.ts'
import { markOf } from './gather.ts'
import type { Suggestion, SuggestionKind } from './suggestion.ts'

const KINDS: Readonly<Record<string, string>> = {
  paragraph: 'Paragraph',
  heading2: 'Heading 2',
  heading3: 'Heading 3',
  quote: 'Quote',
  pullquote: 'Pull quote',
  bullet: 'Bullet',
  number: 'Numbered item',
}

const FORMATS: Readonly<Record<string, string>> = { bold: 'bold', italic: 'italic', note: 'a note' }

/** A suggestion as a list shows it. */
export function describeSuggestion(
  one: Gathered,
  maker: { readonly by: string; readonly at: string },
): Suggestion {
  const texts = { before: tidy(one.before), after: tidy(one.after) }
  const changesText = texts.before !== '' || texts.after !== ''
  const [field] = one.fields
  const shown = changesText
    ? texts
    : field
      ? { before: plain(field.was), after: plain(field.to) }
      : { before: tidy(one.words), after: tidy(one.words) }
  const { id, place } = one
  return {
    id,
    ...maker,
    kind: kindOf(one, changesText),
    place,
    ...shown,
    what: whatElse(one),
    mark: markOf(one),
  }
}

function kindOf(one: Gathered, changesText: boolean): SuggestionKind {
  const things = new Set(one.things.map(({ thing }) => thing))
  if (things.has('photo') || things.has('picture')) return 'picture'
  if (one.fields.length > 0 || things.has('author')) return 'field'
  // Without a word, a thing or a format it is about line breaks.
  if (changesText || (things.size === 0 && one.sets.size === 0)) return 'text'
  const names = new Set([...one.sets.values()].map(({ name }) => name))
  if (names.has(PLACE)) return 'move'
  if (things.size > 0 || names.has('kind') || names.has('level')) return 'block'
  return 'format'
}

/** In words, what it does beside changing words: "New paragraph. Heading 2". */
function whatElse(one: Gathered): string {
  const said = new Set<string>()
  for (const { thing, does } of one.things) said.add(THINGS[thing][does])
  for (const { name, was, to } of one.sets.values()) said.add(setWords(name, was, to))
  if (said.size === 0 && tidy(one.before + one.after) === '' && one.fields.length === 0) {
    if (one.deleted.length > 0) said.add('Line break taken out')
    if (one.inserted.length > 0) said.add('New line')
  }
  return [...said].join('. ')
}

const THINGS: Readonly<Record<Gathered['things'][number]['thing'], { insert: string; delete: string }>> = {
  start: { insert: 'New paragraph', delete: 'Paragraphs joined' },
  picture: { insert: 'Picture added', delete: 'Picture taken out' },
  rule: { insert: 'Rule added', delete: 'Rule taken out' },
  author: { insert: 'Author added', delete: 'Author taken out' },
  photo: { insert: 'Photo added', delete: 'Photo taken out' },
}

/** In words, what setting a format, or a key of a block, changes: "Bold", "Heading 2 instead of paragraph". */
export function setWords(name: string, was: Json, to: Json): string {
  if (name === PLACE) return 'Moved'
  if (name === 'kind') return `${kindName(to)} instead of ${kindName(was).toLowerCase()}`
  if (name === 'level') return `Level ${levelOf(to)} instead of ${levelOf(was)}`
  if (name === 'link') return linkWords(was, to)
  const format = FORMATS[name] ?? name
  if (to === null) return `No longer ${format}`
  return format.startsWith('a ') ? `Made ${format}` : format.charAt(0).toUpperCase() + format.slice(1)
}

function linkWords(was: Json, to: Json): string {
  if (typeof to !== 'string') return `Link to ${plain(was)} taken away`
  return was === null ? `Link to ${to}` : `Link to ${to} instead of ${plain(was)}`
}

function kindName(kind: Json): string {
  const name = typeof kind === 'string' ? kind : 'paragraph'
  return (Object.hasOwn(KINDS, name) ? KINDS[name] : undefined) ?? name
}

const levelOf = (level: Json): number => (typeof level === 'number' ? level + 1 : 1)

/** A field's value in words; what is no text as JSON, but for a list of words. */
function plain(value: Json): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value.join(', ')
  return JSON.stringify(value)
}

/** One line: breaks between blocks as a sign that lists can show. */
const tidy = (text: string): string => text.replace(/^\n+|\n+$/g, '').replace(/\n+/g, ' ¶ ')
