import type * as Y from 'yjs'
import { isBlockKind, LIST_KINDS, MAX_LEVEL } from './block-kind.ts'
import type { Json } from './json.ts'
import { sameJson } from './json.ts'
import type { Block, Marks, Span } from './story-content.ts'
import { continuesBlock, displayOrder, PLACE, SEAM } from './text-layout.ts'
import type { Inline, TextRun, View } from './text-runs.ts'
import type { Attributes } from './yjs-items.ts'
import { embedJson, headKey, isAtom, isLineBreak, lineInline, textRuns } from './text-runs.ts'

/** A one-line text (headline, dek, caption) as spans, as it is written or as a view has it. */
export function readSpans(text: Y.Text, view: View | null = null): readonly Span[] {
  return spansOf(lineInline(text, view))
}

/** The body's blocks in the order in which they are shown; seams leave no trace. */
export function readBlocks(text: Y.Text, view: View | null = null): readonly Block[] {
  const runs = textRuns(text, view)
  const blocks: Block[] = []
  let inline: Inline[] | null = null
  let build: ((spans: readonly Span[]) => Block) | null = null
  const close = (): void => {
    if (build) blocks.push(build(spansOf(inline ?? [])))
    inline = null
    build = null
  }
  for (const index of displayOrder(text, runs)) {
    const run = runs[index]
    if (!run) continue
    if (continuesBlock(run) && inline) {
      inline.push(...run.inline)
      continue
    }
    if (run.joined && run.inline.length === 0) continue
    close()
    if (run.head && isAtom(run.head)) {
      blocks.push(atomBlock(run))
      continue
    }
    inline = [...run.inline]
    build = blockBuilder(run)
  }
  close()
  return blocks
}

function blockBuilder(run: TextRun): (spans: readonly Span[]) => Block {
  const kind = run.joined ? SEAM : (headKey(run, 'kind') ?? 'paragraph')
  if (kind === SEAM || typeof kind !== 'string') {
    return (spans) => ({ kind: 'paragraph', level: 0, spans })
  }
  if (!isBlockKind(kind)) {
    const raw = headJson(run)
    return (spans) => ({ kind: 'unknown', raw, spans })
  }
  const level = LIST_KINDS.has(kind) ? levelOf(headKey(run, 'level')) : 0
  return (spans) => ({ kind, level, spans })
}

function atomBlock(run: TextRun): Block {
  const atom = headKey(run, 'atom')
  const photo = headKey(run, 'photo')
  if (atom === 'rule') return { kind: 'rule' }
  if (atom === 'picture' && typeof photo === 'string') return { kind: 'picture', photo }
  return { kind: 'unknown', raw: headJson(run), spans: [] }
}

/** What a head holds, but for its place, as JSON. */
function headJson({ head, keys }: TextRun): Json {
  const entries = Object.entries<unknown>({ ...head?.toJSON(), ...keys })
  const held = entries.filter(([name, value]) => {
    const isGone = value === undefined || (value === null && Object.hasOwn(keys, name))
    return name !== PLACE && !isGone
  })
  return Object.fromEntries(held) as Json
}

/** A level as it is shown: a whole number from 0 to MAX_LEVEL. */
function levelOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? Math.min(MAX_LEVEL, Math.floor(value)) : 0
}

/** Inline contents as spans, neighbours with equal marks joined. */
function spansOf(inline: readonly Inline[]): readonly Span[] {
  const spans: Span[] = []
  for (const part of inline) {
    const marks = marksOf(part.attributes)
    if ('text' in part) {
      const last = spans.at(-1)
      if (last && 'text' in last && sameJson(last.marks, marks)) {
        spans[spans.length - 1] = { text: last.text + part.text, marks }
      } else spans.push({ text: part.text, marks })
    } else {
      const value = embedJson(part.embed)
      spans.push(isLineBreak(value) ? { lineBreak: true, marks } : { unknown: value, marks })
    }
  }
  return spans
}

/** Y.Text attributes as marks; what has a name or a value that isn't known goes under `unknown`. */
function marksOf(attributes: Attributes): Marks {
  const known: { bold?: true; italic?: true; link?: string; note?: true } = {}
  const unknown: Record<string, Json> = {}
  for (const [name, value] of Object.entries(attributes)) {
    if ((name === 'bold' || name === 'italic' || name === 'note') && value === true) known[name] = true
    else if (name === 'link' && typeof value === 'string') known.link = value
    else unknown[name] = value as Json
  }
  return Object.keys(unknown).length > 0 ? { ...known, unknown } : known
}
