import { CHECK_NAMES } from '../../../domain/checks/check-names.ts'
import type { FlagKind, FlagRange } from '../../../domain/checks/flag.ts'

/** How the kinds of flags are called, in the order in which they are offered. */
export const KIND_LABELS: Readonly<Record<FlagKind, string>> = {
  style: 'Style',
  spelling: 'Spelling and grammar',
  consistency: 'Consistency',
}

const labels = new Map(CHECK_NAMES.map(({ name, label }) => [name, label]))

/** How a check is called; one that this Stet doesn't know by its own name. */
export const checkLabel = (check: string): string => labels.get(check) ?? check

const PARTS: Readonly<Record<string, string>> = { headline: 'Headline', dek: 'Dek', body: 'Body' }
const FIELDS: Readonly<Record<string, string>> = {
  place: 'Dateline',
  name: 'Byline',
  alt: 'Alt text',
  credit: 'Credit',
}

/** Where a flag is, in a word. */
export function flagPlace({ place }: FlagRange): string {
  if (place.to === 'text') return PARTS[place.text] ?? 'Caption'
  const [kind = '', , part = ''] = place.field.split(':')
  return FIELDS[part === '' ? kind : part] ?? 'Field'
}

/** What a button says that puts these words there, or suggests to. */
export function fixLabel(fix: string, words: string, isSuggested = false): string {
  const [take, put] = isSuggested ? ['Suggest to take out', 'Suggest'] : ['Take out', 'Replace with']
  return fix === '' ? `${take} “${shown(words)}”` : `${put} “${shown(fix)}”`
}

/** Words whose spaces can be seen. */
const shown = (words: string): string =>
  words.trim() === '' ? (words.length === 1 ? 'one space' : `${words.length} spaces`) : words
