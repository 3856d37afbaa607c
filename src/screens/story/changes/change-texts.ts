import type { Suggestion, SuggestionKind } from '../../../domain/suggestions/suggestion.ts'
import { anchorPlace } from '../comments/anchor-place.ts'

/** The kinds of suggestions as people choose among them. */
export const KIND_NAMES: Readonly<Record<SuggestionKind, string>> = {
  text: 'Words',
  format: 'Formats',
  block: 'Blocks',
  move: 'Moves',
  picture: 'Pictures',
  field: 'Fields',
}

type What = Pick<Suggestion, 'place' | 'before' | 'after' | 'what'>

/** What a suggestion changes, in words to be shown: `before` and `after` are '' for none, and equal where no word changes. */
export function changeTexts({ place, before, after, what }: What): Omit<What, 'place'> {
  const field = 'field' in place ? place.field : ''
  // Ids, places and file names say nothing to people.
  if (field === 'lead') return { before: '', after: '', what: what === '' ? 'Another lead photo' : what }
  if (field.endsWith(':hash')) return { before: '', after: '', what: 'Another picture file' }
  if (field.endsWith(':crop')) return { before: '', after: '', what: 'Another crop' }
  if (/^author:[^:]*:at$/u.test(field)) return { before: '', after: '', what: 'Moved in the byline' }
  return { before, after, what }
}

/** Where a suggestion stands, as people call it; `lead` is the id of the lead photo. */
export function changePlace(place: Suggestion['place'], lead: string): string {
  return anchorPlace({ kind: 'field', field: 'text' in place ? place.text : place.field }, lead).label
}

/** A suggestion in one sentence, for screen readers: "“old” becomes “new”". */
export function changeSentence(suggestion: What): string {
  const { before, after, what } = changeTexts(suggestion)
  const words =
    before === after
      ? quoted(after)
      : before === ''
        ? `${quoted(after)} put in`
        : after === ''
          ? `${quoted(before)} taken out`
          : `${quoted(before)} becomes ${quoted(after)}`
  return [what, words].filter((part) => part !== '').join(': ')
}

const LONGEST = 60

function quoted(text: string): string {
  if (text === '') return ''
  return text.length > LONGEST ? `“${text.slice(0, LONGEST).trimEnd()}…”` : `“${text}”`
}
