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
  | { readonly text: string; readonly attributes: Attributes }
  | { readonly embed: unknown; readonly attributes: Attributes }

/** One run in physical order. `id` is its head's, or its first character's where it has none. */
export type TextRun = {
  readonly id: UnitId
  readonly head: Y.Map<unknown> | null
  /** Formats that run over the head: leaked, hence left out of `inline` for as far as they run. */
  readonly leaked: Attributes
  readonly inline: readonly Inline[]
  /** Units, the head included. */
  readonly size: number
}

type OpenRun = { id: UnitId; head: Y.Map<unknown> | null; leaked: Attributes; inline: Inline[]; size: number }

const NONE: Attributes = Object.freeze({})

/** Is this head an atom (picture, rule, or one that this Stet doesn't know) rather than the start of a text block? */
export const isAtom = (head: Y.Map<unknown>): boolean => typeof head.get('atom') === 'string'

type Visit = {
  readonly characters: (text: string, attributes: Attributes, item: Y.Item) => void
  readonly embed: (value: unknown, attributes: Attributes, item: Y.Item) => void
}

/** Walks the live items of a text in order, with the attributes that Yjs says are in force. */
function walk(text: Y.Text, visit: Visit): void {
  let attributes = NONE
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) {
      const { [content.key]: _, ...rest } = attributes as Record<string, unknown>
      const value: unknown = content.value
      attributes = value === null ? rest : { ...rest, [content.key]: value }
    } else if (content instanceof Y.ContentString) {
      visit.characters(content.str, attributes, item)
    } else if (item.countable) {
      for (const value of content.getContent()) visit.embed(value, attributes, item)
    }
  }
}

/** The runs of a body, in physical order. Never throws, whatever stands in the text. */
export function textRuns(text: Y.Text): readonly TextRun[] {
  const runs: TextRun[] = []
  let leak = NONE
  const begin = (head: Y.Map<unknown> | null, leaked: Attributes, { id }: Y.Item): OpenRun => {
    const run = { id: [id.client, id.clock], head, leaked, inline: [], size: head ? 1 : 0 } satisfies OpenRun
    runs.push(run)
    leak = leaked
    return run
  }
  let open: OpenRun | null = null
  const add = (part: Inline, length: number, item: Y.Item): void => {
    if (!open || (open.head && isAtom(open.head))) open = begin(null, leak, item)
    leak = stillLeaking(leak, part.attributes)
    open.inline.push({ ...part, attributes: without(part.attributes, leak) })
    open.size += length
  }
  walk(text, {
    characters(characters, attributes, item) {
      add({ text: characters, attributes }, characters.length, item)
    },
    embed(value, attributes, item) {
      if (value instanceof Y.Map) open = begin(value as Y.Map<unknown>, attributes, item)
      else add({ embed: value, attributes }, 1, item)
    },
  })
  return runs
}

/** The contents of a one-line text: everything in it is inline. */
export function lineInline(text: Y.Text): readonly Inline[] {
  const inline: Inline[] = []
  walk(text, {
    characters: (characters, attributes) => {
      inline.push({ text: characters, attributes })
    },
    embed: (value, attributes) => {
      inline.push({ embed: value, attributes })
    },
  })
  return inline
}

/** An embed's value as JSON: nested Yjs types as what they hold, a subdocument or bytes as {}. */
export function embedJson(value: unknown): Json {
  if (value instanceof Y.AbstractType) return value.toJSON() as Json
  return value instanceof Y.Doc || value instanceof Uint8Array ? {} : (value as Json)
}

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
