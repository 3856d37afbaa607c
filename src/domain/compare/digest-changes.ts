import { spansText } from '../story-content.ts'
import { captionName } from '../story-doc.ts'
import { editsIn } from './compare-spans.ts'
import type { AuthorChange, BlockChange, Comparison, FieldChange, Part, PhotoChange } from './comparison.ts'
import type { DigestArea, DigestChange, PlacedChange } from './digest-change.ts'
import { rowEdits } from './row-edits.ts'

type Where = Pick<DigestChange, 'area' | 'place' | 'block'>

const NOWHERE = { before: null, after: null }
const CONTEXT_WORDS = 6

const textOn = (parts: readonly Part[], absent: Part['kind']): string =>
  parts.map((part) => (part.kind === absent ? '' : part.text)).join('')

/** All changes of a comparison as one flat list in reading order. */
export function digestChanges(comparison: Comparison): readonly PlacedChange[] {
  const text = (area: 'headline' | 'dek'): readonly PlacedChange[] => {
    const { parts } = comparison[area]
    return changesIn(parts, editsIn(parts), { area, place: { text: area }, block: NOWHERE })
  }
  const fields = (area: DigestArea): readonly PlacedChange[] =>
    comparison.fields
      .filter(({ path }) => (AREAS[path] ?? 'fields') === area)
      .map((field) => fieldChange(area, field))
  return [
    ...text('headline'),
    ...text('dek'),
    ...comparison.authors.flatMap(authorChanges),
    ...fields('byline'),
    ...fields('dateline'),
    ...comparison.photos.flatMap(photoChanges),
    ...fields('photos'),
    ...comparison.body.flatMap((row, index) => blockChanges(row, comparison.body[index + 1])),
    ...fields('fields'),
  ]
}

const AREAS: Readonly<Partial<Record<string, DigestArea>>> = {
  organisation: 'byline',
  place: 'dateline',
  date: 'dateline',
  source: 'dateline',
  lead: 'photos',
}

/** Edits of a row of parts as changes. */
function changesIn(
  parts: readonly Part[],
  edits: readonly (readonly [number, number])[],
  where: Where,
): readonly PlacedChange[] {
  const was = textOn(parts, 'inserted')
  const is = textOn(parts, 'deleted')
  return edits.map(([from, to]) => {
    const own = parts.slice(from, to)
    const before = textOn(own, 'inserted')
    const after = textOn(own, 'deleted')
    const first = own[0]
    const formats = first?.kind === 'formatted' ? { before: first.was ?? {}, after: first.marks } : null
    const ahead = parts.slice(0, from)
    const [x, y] = [textOn(ahead, 'inserted').length, textOn(ahead, 'deleted').length]
    return {
      change: {
        ...where,
        what: formats ? 'format' : 'words',
        before,
        after,
        context: contextOf(is, y, y + after.length),
        heads: null,
        formats,
      },
      was: { text: was, from: x, to: x + before.length },
      is: { text: is, from: y, to: y + after.length },
    }
  })
}

function contextOf(text: string, from: number, to: number): DigestChange['context'] {
  const before = text.slice(0, from).match(/\S+\s*/gu) ?? []
  const after = text.slice(to).match(/\s*\S+/gu) ?? []
  return {
    before: before.slice(-CONTEXT_WORDS).join(''),
    after: after.slice(0, CONTEXT_WORDS).join(''),
  }
}

/** A change of a whole thing: a block, an author, a photo, a value. */
function wholeChange(
  where: Where,
  what: DigestChange['what'],
  before: string,
  after: string,
  heads: DigestChange['heads'] = null,
): PlacedChange {
  const context = { before: '', after: '' }
  return {
    change: { ...where, what, before, after, context, heads, formats: null },
    was: { text: before, from: 0, to: before.length },
    is: { text: after, from: 0, to: after.length },
  }
}

function blockChanges(row: BlockChange, next: BlockChange | undefined): readonly PlacedChange[] {
  if (row.move?.place === 'old') return []
  const block = { before: row.before?.index ?? null, after: row.after?.index ?? null }
  const where: Where = { area: 'body', place: { text: 'body' }, block }
  const heads = { before: row.before?.head ?? null, after: row.after?.head ?? null }
  const before = textOn(row.parts, 'inserted')
  const after = textOn(row.parts, 'deleted')
  if (row.kind === 'inserted' || row.kind === 'deleted')
    return [wholeChange(where, row.kind, before, after, heads)]
  const edits = rowEdits(row, next)
  const whole: DigestChange['what'][] = []
  if (row.move && row.before && row.after) whole.push('moved')
  if (row.kind === 'split' || row.kind === 'joined') whole.push(row.kind)
  if (row.changed > edits.length + whole.length) whole.push('kind')
  return [
    ...whole.map((what) => wholeChange(where, what, before, after, heads)),
    ...changesIn(row.parts, edits, where),
  ]
}

function fieldChange(area: DigestArea, { path, before, after }: FieldChange): PlacedChange {
  const text = (value: unknown): string =>
    typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : ''
  return wholeChange({ area, place: { field: path }, block: NOWHERE }, 'field', text(before), text(after))
}

function authorChanges({ kind, before, after, moved, fields }: AuthorChange): readonly PlacedChange[] {
  const id = (after ?? before)?.id ?? ''
  const where: Where = { area: 'byline', place: { field: `author:${id}` }, block: NOWHERE }
  const names = [before?.name ?? '', after?.name ?? ''] as const
  if (kind === 'inserted' || kind === 'deleted') return [wholeChange(where, kind, ...names)]
  return [
    ...(moved ? [wholeChange(where, 'moved', ...names)] : []),
    ...fields.map((field) => fieldChange('byline', field)),
  ]
}

function photoChanges({ kind, before, after, caption, fields }: PhotoChange): readonly PlacedChange[] {
  const id = (after ?? before)?.id ?? ''
  const where: Where = { area: 'photos', place: { field: `photo:${id}` }, block: NOWHERE }
  if (kind === 'inserted' || kind === 'deleted') {
    return [wholeChange(where, kind, spansText(before?.caption ?? []), spansText(after?.caption ?? []))]
  }
  return [
    ...fields.map((field) => fieldChange('photos', field)),
    ...changesIn(caption.parts, editsIn(caption.parts), { ...where, place: { text: captionName(id) } }),
  ]
}
