import type { Json } from '../json.ts'
import { sameJson } from '../json.ts'
import type { FieldPath } from '../suggestions/suggestion.ts'
import { compareText } from './compare-spans.ts'
import type { FieldChange, Part } from './comparison.ts'

/** How a field is read: word by word, as one value, or not as words at all. */
export type Reading = 'words' | 'value' | 'none'

/** A field of both versions as a list of one change, or of none where they say the same. */
export function compareField(
  path: FieldPath,
  before: Json,
  after: Json,
  reading: Reading,
): readonly FieldChange[] {
  return sameJson(before, after) ? [] : [{ path, before, after, parts: partsFor(before, after, reading) }]
}

function partsFor(before: Json, after: Json, reading: Reading): readonly Part[] {
  if (reading === 'none') return []
  const [was, is] = [asText(before), asText(after)]
  if (reading === 'words') return compareText(was, is)
  const part = (kind: Part['kind'], text: string): readonly Part[] =>
    text === '' ? [] : [{ kind, text, marks: {} }]
  return [...part('deleted', was), ...part('inserted', is)]
}

const asText = (value: Json): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : JSON.stringify(value)
