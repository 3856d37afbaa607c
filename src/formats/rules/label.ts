import type { Part, RecognitionSettings, Target } from '../recognition.ts'
import { dateAt } from './dates.ts'

type LabelRule = { readonly target: Target; readonly words: string; readonly tail?: true }

/** Labels that say what the rest of their line is; those with `tail` also count below the body. */
export const LABELS: readonly LabelRule[] = [
  { target: 'slug', words: 'slug|slugline|slug line', tail: true },
  { target: 'keywords', words: 'keywords?|key words|tags?|topics?', tail: true },
  { target: 'section', words: 'section|category|desk' },
  { target: 'headline', words: 'headline|hed|head|title' },
  { target: 'dek', words: 'dek|deck|standfirst|stand first|subhead|sub-?headline|subtitle|strapline' },
  { target: 'organisation', words: 'organi[sz]ation|publication|publisher' },
  { target: 'place', words: 'place|location' },
  { target: 'source', words: 'source|agency' },
  { target: 'alt', words: 'alt|alt text|alternative text' },
  { target: 'caption', words: 'caption|photo caption|cutline' },
  { target: 'credit', words: 'credit|photo credit|photo by|credit line' },
  {
    target: 'deskNote',
    words: "desk note|note to editors|notes? to desk|editor(?:s|['’]s|s['’])? note|ed note|eds|advisory",
    tail: true,
  },
  { target: 'date', words: 'date|published|dateline date' },
]

const LABEL = /^([\p{L}][\p{L} '’-]{1,30}?)[ ]*:[ ]*(?=\S)/u
const BY_WORD = LABELS.map(({ target, words, tail }) => ({
  target,
  tail: tail === true,
  pattern: new RegExp(`^(?:${words})$`, 'i'),
}))

/** "Slug: ukraine-talks", "Keywords: France, Ukraine": a label of the table and what it labels. */
export function readLabel(
  text: string,
  settings: RecognitionSettings,
  isTail: boolean,
): readonly Part[] | null {
  const match = LABEL.exec(text.slice(0, 60))
  const row = match === null ? undefined : BY_WORD.find(({ pattern }) => pattern.test(match[1] ?? ''))
  if (match === null || row === undefined || (isTail && !row.tail)) return null
  const from = match[0].length
  if (row.target !== 'date') return [{ from, to: text.length, target: row.target }]
  const found = dateAt(text.slice(from), settings.language)
  if (found === null || from + found.length < text.length) return null
  return [{ from, to: text.length, target: 'date', date: found.date }]
}

/** A slug that stands alone: one word of parts joined by hyphens or slashes, "UKRAINE-CRISIS/FRANCE". */
export function isBareSlug(text: string): boolean {
  return (
    text.length <= 60 &&
    /^[\p{L}\d]+(?:(?:--?|\/|_)[\p{L}\d]+)+$/u.test(text) &&
    /\p{L}/u.test(text) &&
    (text === text.toUpperCase() || text === text.toLowerCase() || text.includes('--'))
  )
}
