import * as Y from 'yjs'
import type { Json } from './json.ts'
import type { Attributes, UnitId } from './yjs-items.ts'
import { firstItem } from './yjs-items.ts'

/**
 * What stands in a linear Y.Text, physically. The body is a row of RUNS: a head (the Y.Map that starts a block or
 * is a picture or a rule), then the characters up to the next head. Characters before any head, or after an atom,
 * are a run without one. Headline, dek and captions have no heads: a Y.Map in them is an unknown inline thing.
 */

/** A stretch of characters with equal attributes, or one inline embed. */
export type Inline =
  | { readonly text: string; readonly attributes: Attributes; readonly id: UnitId }
  | { readonly embed: unknown; readonly attributes: Attributes; readonly id: UnitId }

/** One run in physical order. `id` is its head's, or its first character's where it has none. */
export type TextRun = {
  readonly id: UnitId
  readonly head: Y.Map<unknown> | null
  /** Formats that run over the head: leaked, hence left out of `inline` for as far as they run. */
  readonly leaked: Attributes
  readonly inline: readonly Inline[]
  /** Units, the head included. */
  readonly size: number
  /** Is the start to be thought away, so that the run goes on the block shown before it? */
  readonly joined: boolean
  /** Keys of the head as this view has them, where they aren't as they are written. */
  readonly keys: Attributes
}

type OpenRun = { -readonly [Key in keyof TextRun]: TextRun[Key] } & { inline: Inline[] }

/** How a view of a text takes a stretch of units: as it is, without it, as a start to be thought away, or with other formats or keys. */
export type Take = {
  readonly length: number
  readonly keep: 'yes' | 'no' | 'joined'
  /** Formats or keys that are others in this view; null for none. */
  readonly change: Attributes
}

/** Says how a view takes units of one client in a row; their formats, or their head's keys, as they are written come with it. */
export type View = (item: Y.Item, written: (name: string) => unknown) => readonly Take[]

const NONE: Attributes = Object.freeze({})
/** The `change` of a Take that changes nothing. */
export const NOTHING = NONE

/** Is this head an atom (picture, rule, or one that this Stet doesn't know) rather than the start of a text block? */
export const isAtom = (head: Y.Map<unknown>): boolean => typeof head.get('atom') === 'string'

type Visit = {
  readonly characters: (text: string, attributes: Attributes, id: UnitId) => void
  readonly embed: (value: unknown, attributes: Attributes, id: UnitId, take: Take | undefined) => void
  /** Something that the view leaves out had these: characters, or a head. */
  readonly leftOut?: (attributes: Attributes, isHead: boolean) => void
}

/** Walks the live items of a text in order, with the attributes that Yjs says are in force, as a view has them. */
function walk(text: Y.Text, view: View | null, visit: Visit): void {
  let attributes = NONE
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      const { [content.key]: _, ...rest } = attributes as Record<string, unknown>
      const value: unknown = content.value
      attributes = value === null ? rest : { ...rest, [content.key]: value }
    } else if (content instanceof Y.ContentString) {
      if (!view) {
        visit.characters(content.str, attributes, [item.id.client, item.id.clock])
        continue
      }
      const inForce = attributes
      let at = 0
      for (const { length, keep, change } of view(item, (name) => inForce[name])) {
        const id: UnitId = [item.id.client, item.id.clock + at]
        if (keep === 'no') visit.leftOut?.(inForce, false)
        else visit.characters(content.str.slice(at, at + length), patched(inForce, change), id)
        at += length
      }
    } else if (item.countable) {
      for (const value of content.getContent() as unknown[]) {
        const inForce = attributes
        const written = (name: string): unknown => (value instanceof Y.Map ? value.get(name) : inForce[name])
        const take = view?.(item, written)[0]
        const shown = take && !(value instanceof Y.Map) ? patched(inForce, take.change) : inForce
        if (take?.keep === 'no') visit.leftOut?.(inForce, value instanceof Y.Map)
        else visit.embed(value, shown, [item.id.client, item.id.clock], take)
      }
    }
  }
}

function patched(attributes: Attributes, change: Attributes): Attributes {
  if (change === NOTHING || Object.keys(change).length === 0) return attributes
  return Object.fromEntries(
    Object.entries({ ...attributes, ...change }).filter(([, value]) => value !== null && value !== undefined),
  )
}

/**
 * The runs of a body, in physical order, as they are written or as a view has them. Never throws, whatever stands in
 * the text.
 */
export function textRuns(text: Y.Text, view: View | null = null): readonly TextRun[] {
  const runs: OpenRun[] = []
  let leak = NONE
  const begin = (head: Y.Map<unknown> | null, leaked: Attributes, id: UnitId, take?: Take): OpenRun => {
    const run: OpenRun = {
      id,
      head,
      leaked,
      inline: [],
      size: head ? 1 : 0,
      joined: take?.keep === 'joined',
      keys: take?.change ?? NONE,
    }
    runs.push(run)
    leak = leaked
    return run
  }
  let open: OpenRun | null = null
  const add = (part: Inline, length: number): void => {
    if (!open || (open.head && isAtom(open.head))) open = begin(null, leak, part.id)
    leak = stillLeaking(leak, part.attributes)
    open.inline.push({ ...part, attributes: without(part.attributes, leak) })
    open.size += length
  }
  walk(text, view, {
    // Where a leak begins and ends doesn't depend on what is looked at.
    leftOut(attributes, isHead) {
      leak = isHead ? attributes : stillLeaking(leak, attributes)
    },
    characters(characters, attributes, id) {
      add({ text: characters, attributes, id }, characters.length)
    },
    embed(value, attributes, id, take) {
      if (!(value instanceof Y.Map)) {
        add({ embed: value, attributes, id }, 1)
        return
      }
      open = begin(value as Y.Map<unknown>, attributes, id, take)
      // An atom that is thought away still says where others stand, but what lies behind it runs on from what is left.
      if (open.joined && isAtom(value as Y.Map<unknown>)) {
        open = runs.findLast((run) => !run.joined || run.inline.length > 0) ?? null
      }
    },
  })
  return runs
}

/** A key of a run's head, as the view has it. */
export function headKey({ head, keys }: TextRun, name: string): unknown {
  if (Object.hasOwn(keys, name)) return keys[name] ?? undefined
  return head?.get(name)
}

/** The contents of a one-line text: everything in it is inline. */
export function lineInline(text: Y.Text, view: View | null = null): readonly Inline[] {
  const inline: Inline[] = []
  walk(text, view, {
    characters: (characters, attributes, id) => {
      inline.push({ text: characters, attributes, id })
    },
    embed: (value, attributes, id) => {
      inline.push({ embed: value, attributes, id })
    },
  })
  return inline
}

/** An embed's value as JSON: nested Yjs types as what they hold, a subdocument or bytes as {}. */
export function embedJson(value: unknown): Json {
  if (value instanceof Y.AbstractType) return value.toJSON() as Json
  return value instanceof Y.Doc || value instanceof Uint8Array ? {} : (value as Json)
}

/** Is an embed, as JSON, a line break? Whatever it holds. */
export const isLineBreak = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'br' in value && Object.keys(value).length === 1

/** The part of a leak that goes on through a stretch with these attributes; it ends for good where a value differs. */
function stillLeaking(leak: Attributes, attributes: Attributes): Attributes {
  const ended = Object.keys(leak).filter((name) => leak[name] !== attributes[name])
  if (ended.length === 0) return leak
  return Object.fromEntries(Object.entries(leak).filter(([name]) => !ended.includes(name)))
}

function without(attributes: Attributes, leak: Attributes): Attributes {
  if (leak === NONE || Object.keys(leak).length === 0) return attributes
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !(name in leak)))
}
