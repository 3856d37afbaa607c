import type * as Y from 'yjs'
import { readBlocks } from '../linear-text.ts'
import type { TextName } from '../story-doc.ts'
import { continuesBlock, displayOrder } from '../text-layout.ts'
import type { Inline, View } from '../text-runs.ts'
import { embedJson, isAtom, isLineBreak, lineInline, textRuns } from '../text-runs.ts'
import type { UnitId } from '../yjs-items.ts'
import { contentView } from './content-view.ts'
import type { SuggestionIndex } from './suggestion-index.ts'
import type { Units } from './text-units.ts'
import { UnitRow } from './text-units.ts'

/** What stands in a text of a document, as it will be when all that is suggested is accepted. */
export type StandingUnits = Units & {
  /** The heads by their place; null for one that isn't written, because words without a start are a block too. */
  readonly heads: ReadonlyMap<number, Y.Map<unknown> | null>
  /** Starts that only continue the block before them, with the units behind each: nobody sees them. */
  readonly seams: readonly Seam[]
}

export type Seam = { readonly id: UnitId; readonly from: number; readonly to: number }

/** Reads a text as it will be, in reading order: exactly the units of what readContent() says, with their ids. */
export function standingUnits(text: Y.Text, name: TextName, index: SuggestionIndex): StandingUnits {
  const view = contentView(index, 'will')
  if (name === 'body') return standingBody(text, view)
  const row = new UnitRow()
  for (const part of lineInline(text, view)) add(row, part)
  return { text: row.text, things: row.things, stretches: row.stretches, heads: new Map(), seams: [] }
}

function standingBody(text: Y.Text, view: View | null): StandingUnits {
  const row = new UnitRow()
  const heads = new Map<number, Y.Map<unknown> | null>()
  const seams: Seam[] = []
  const runs = textRuns(text, view)
  const blocks = readBlocks(text, view)
  let count = 0
  let open = false
  // The same walk as that of readBlocks(), whose blocks are the ones that begin here.
  for (const place of displayOrder(text, runs)) {
    const run = runs[place]
    if (!run) continue
    const atom = run.head !== null && isAtom(run.head)
    const continues = continuesBlock(run)
    if (!(continues && open)) {
      const block = blocks[count]
      if (!block || (run.joined && run.inline.length === 0)) continue
      count += 1
      const head = run.joined ? null : run.head
      heads.set(row.text.length, head)
      row.head(block, head ? run.id : null)
      open = !atom || run.joined
    }
    const from = row.text.length
    for (const part of run.inline) add(row, part)
    const isSeam = continues && run.head !== null && !run.joined && heads.get(from - 1) !== run.head
    if (isSeam) seams.push({ id: run.id, from, to: row.text.length })
  }
  return { text: row.text, things: row.things, stretches: row.stretches, heads, seams }
}

function add(row: UnitRow, part: Inline): void {
  if ('text' in part) row.characters(part.text, part.attributes, part.id)
  else row.embed(inlineJson(part.embed), part.attributes, part.id)
}

/** Breaks are breaks, whatever they hold. */
function inlineJson(embed: unknown): ReturnType<typeof embedJson> {
  const value = embedJson(embed)
  return isLineBreak(value) ? { br: 1 } : value
}
