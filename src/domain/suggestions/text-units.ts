import { firstWhere } from '../first-where.ts'
import type { Json } from '../json.ts'
import type { Block, Span } from '../story-content.ts'
import { attributesOf } from '../story-doc.ts'
import type { Attributes, UnitId } from '../yjs-items.ts'

/** What stands at one unit that is no character: an embed within words, or what begins a block or is one by itself. */
export type Thing =
  | { readonly type: 'embed'; readonly value: Json }
  | { readonly type: 'head'; readonly atom: boolean; readonly keys: Keys }

/** Keys of a head, but for its place. */
export type Keys = { readonly [name: string]: Json }

/** Units of equal formats; `id` is the first one's where they stand in a document, and those of the rest follow. */
export type Stretch = {
  readonly from: number
  readonly to: number
  readonly attributes: Attributes
  readonly id: UnitId | null
}

/** A text as a row of units, one character each: things are U+FFFC and stand, by their place, in a map. */
export type Units = {
  readonly text: string
  readonly things: ReadonlyMap<number, Thing>
  readonly stretches: readonly Stretch[]
}

const NONE: Attributes = Object.freeze({})
const THING = '\uFFFC'

/** Collects the units of a text, from its beginning. */
export class UnitRow implements Units {
  text = ''
  readonly things = new Map<number, Thing>()
  readonly stretches: Stretch[] = []

  characters(text: string, attributes: Attributes, id: UnitId | null): void {
    const from = this.text.length
    if (text === '') return
    this.text += text
    this.stretches.push({ from, to: this.text.length, attributes, id })
  }

  embed(value: Json, attributes: Attributes, id: UnitId | null): void {
    this.things.set(this.text.length, { type: 'embed', value })
    this.characters(THING, attributes, id)
  }

  head(block: Block, id: UnitId | null): void {
    this.things.set(this.text.length, { type: 'head', atom: isAtomBlock(block), keys: keysOf(block) })
    this.characters(THING, NONE, id)
  }

  spans(spans: readonly Span[]): void {
    for (const span of spans) {
      const attributes = attributesOf(span.marks)
      if ('text' in span) this.characters(span.text, attributes, null)
      else this.embed('lineBreak' in span ? { br: 1 } : span.unknown, attributes, null)
    }
  }
}

/** A text of one line. */
export function unitsOfSpans(spans: readonly Span[]): Units {
  const row = new UnitRow()
  row.spans(spans)
  return row
}

/** A body: each block is a head and its words. */
export function unitsOfBlocks(blocks: readonly Block[]): Units {
  const row = new UnitRow()
  for (const block of blocks) {
    row.head(block, null)
    if ('spans' in block) row.spans(block.spans)
  }
  return row
}

/** Index of the stretch that holds this unit. */
export const stretchAt = ({ stretches }: Units, at: number): number =>
  firstWhere(stretches.length, (index) => (stretches[index]?.to ?? 0) > at)

/** The head at this place, or null. */
export function headAt({ things }: Units, at: number): Extract<Thing, { type: 'head' }> | null {
  const thing = things.get(at)
  return thing?.type === 'head' ? thing : null
}

/** A picture, a rule or another thing that holds no words. */
const isAtomBlock = (block: Block): boolean =>
  !('spans' in block) || (block.kind === 'unknown' && typeof rawKeys(block.raw)['atom'] === 'string')

function keysOf(block: Block): Keys {
  if (block.kind === 'picture') return { atom: 'picture', photo: block.photo }
  if (block.kind === 'rule') return { atom: 'rule' }
  if (block.kind === 'unknown') return rawKeys(block.raw)
  return block.level > 0 ? { kind: block.kind, level: block.level } : { kind: block.kind }
}

const rawKeys = (raw: Json): Keys =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? (raw as Keys) : {}
