import type { DigestArea, DigestChange } from '../../domain/compare/digest-change.ts'
import { blockWords, formatWords } from './block-words.ts'
import { fieldName } from './field-words.ts'

export const AREA_NAMES: Readonly<Record<DigestArea, string>> = {
  headline: 'Headline',
  dek: 'Dek',
  byline: 'Byline',
  dateline: 'Dateline',
  photos: 'Photos',
  body: 'Body',
  fields: 'Other fields',
}

const THINGS: Readonly<Partial<Record<DigestChange['area'], string>>> = { byline: 'Author', photos: 'Photo' }

/** What was changed, in words, where the words before and after don't say it: "Paragraph moved", "Now bold", "Slug". */
export function changeWords(change: DigestChange): string {
  const { what, place, heads, formats } = change
  const head = heads?.after ?? heads?.before
  const thing = head ? blockWords(head) : (THINGS[change.area] ?? '')
  switch (what) {
    case 'words':
      return 'text' in place && place.text.startsWith('caption:') ? 'Caption' : ''
    case 'format':
      return formats ? `Now ${formatWords(formats.before, formats.after)}` : 'Formats'
    case 'field':
      return 'field' in place ? fieldName(place.field) : ''
    case 'inserted':
      return `${thing} added`
    case 'deleted':
      return `${thing} removed`
    case 'moved':
      return `${thing} moved`
    case 'kind':
      return heads?.before && heads.after
        ? `${blockWords(heads.before)} made a ${blockWords(heads.after).toLowerCase()}`
        : `${thing} changed`
    case 'split':
      return 'Split off from the block above'
    default:
      return 'Joined to the block above'
  }
}

/** Words to know a block by: its beginning. */
export function beginningOf(text: string, length = 80): string {
  const line = text.replaceAll('\n', ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length).trimEnd()}…`
}
