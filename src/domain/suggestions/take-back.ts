import { setKey } from '../set-key.ts'
import * as Y from 'yjs'
import type { Json } from '../json.ts'
import { sameJson } from '../json.ts'
import { lineInline } from '../text-runs.ts'
import type { UnitId } from '../yjs-items.ts'
import type { IdRange } from './id-ranges.ts'
import { joinRanges } from './id-ranges.ts'
import type { Row, SetEntry, SuggestionIndex } from './suggestion-index.ts'

type Format = { readonly at: number; count: number; readonly name: string; readonly value: Json }

/**
 * Sets back what rejected suggestions set in a text, in the order in which one stands on top of the other. Where an
 * open one stands on a rejected one, it then stands on what was there before that.
 */
export function takeBack(text: Y.Text, index: SuggestionIndex, rejected: ReadonlySet<string>): void {
  const rows = [...index.entries.values()]
  if (!rows.some((entry) => entry.type === 'set' && rejected.has(entry.suggestion))) return
  const formats: Format[] = []
  const rebased = new Rebased(index)
  let at = 0
  for (const part of lineInline(text)) {
    const length = 'text' in part ? part.text.length : 1
    const head = 'embed' in part && part.embed instanceof Y.Map ? (part.embed as Y.Map<unknown>) : null
    const [client, clock] = part.id
    for (const { offset, length: count, state } of index.stretches(client, clock, length)) {
      const sets = state?.sets ?? []
      const names = sets.flatMap(({ entry }) => (rejected.has(entry.suggestion) ? [entry.name] : []))
      for (const name of new Set(names)) {
        const now = ((head ? head.get(name) : part.attributes[name]) ?? null) as Json
        const same = sets.filter(({ entry }) => entry.name === name)
        const { value, moved } = settle(now, same, rejected)
        for (const [row, was] of moved) rebased.add(row, was, [client, clock + offset], count)
        if (sameJson(now, value)) continue
        if (!head) addFormat(formats, { at: at + offset, count, name, value })
        else setKey(head, name, value)
      }
    }
    at += length
  }
  for (const name of new Set(formats.map((format) => format.name))) {
    writeFormats(
      text,
      formats.filter((format) => format.name === name),
    )
  }
  rebased.write()
}

/** Formats of one name in one pass: each on its own would begin at the text's first item again. */
function writeFormats(text: Y.Text, formats: readonly Format[]): void {
  let done = 0
  const delta: { retain: number; attributes?: Record<string, Json> }[] = []
  for (const { at, count, name, value } of formats) {
    if (at > done) delta.push({ retain: at - done })
    delta.push({ retain: count, attributes: { [name]: value } })
    done = at + count
  }
  text.applyDelta(delta)
}

function addFormat(formats: Format[], format: Format): void {
  const last = formats.findLast(({ name }) => name === format.name)
  if (last && last.at + last.count === format.at && sameJson(last.value, format.value)) {
    last.count += format.count
  } else formats.push(format)
}

type Settled = {
  readonly value: Json
  /** Open ones that stood on a rejected one, with what they stand on now. */
  readonly moved: readonly (readonly [row: Row<SetEntry>, was: Json])[]
}

function settle(now: Json, sets: readonly Row<SetEntry>[], rejected: ReadonlySet<string>): Settled {
  let going = sets.filter(({ entry }) => rejected.has(entry.suggestion)).map(({ entry }) => entry)
  const staying = sets
    .filter(({ entry }) => !rejected.has(entry.suggestion))
    .map((row) => ({ row, was: row.entry.was }))
  let value = now
  const without = (gone: SetEntry): readonly SetEntry[] => going.filter((entry) => entry !== gone)
  for (;;) {
    const stands = value
    const top = going.findLast(({ to }) => sameJson(to, stands))
    if (!top || staying.some(({ row }) => sameJson(row.entry.to, stands))) break
    value = top.was
    going = [...without(top)]
  }
  for (let above = standsOn(going, staying); above; above = standsOn(going, staying)) {
    above.on.was = above.entry.was
    going = [...without(above.entry)]
  }
  const moved = staying
    .filter(({ row, was }) => !sameJson(row.entry.was, was))
    .map(({ row, was }) => [row, was] as const)
  return { value, moved }
}

type Staying = { readonly row: Row<SetEntry>; was: Json }

/** A rejected one on which an open one stands. */
function standsOn(
  going: readonly SetEntry[],
  staying: readonly Staying[],
): { readonly entry: SetEntry; readonly on: Staying } | null {
  for (const entry of going) {
    const on = staying.find(({ was }) => sameJson(was, entry.to))
    if (on) return { entry, on }
  }
  return null
}

/** Entries that are to be written anew, in parts, because what they stand on has changed. */
class Rebased {
  readonly #index: SuggestionIndex
  readonly #rows = new Map<string, { readonly entry: SetEntry; readonly parts: Map<string, IdRange[]> }>()

  constructor(index: SuggestionIndex) {
    this.#index = index
  }

  add({ key, entry }: Row<SetEntry>, was: Json, id: UnitId, count: number): void {
    const row = this.#rows.get(key) ?? { entry, parts: new Map<string, IdRange[]>() }
    this.#rows.set(key, row)
    const name = JSON.stringify(was)
    const ids = row.parts.get(name) ?? []
    row.parts.set(name, ids)
    ids.push(...this.#index.origins.canonicalRanges(id, count))
  }

  write(): void {
    for (const [key, { entry, parts }] of this.#rows) {
      this.#index.cut(key, [...parts.values()].flat())
      for (const [was, ids] of parts) {
        const part: SetEntry = { ...entry, was: JSON.parse(was) as Json, ids: joinRanges(ids) }
        // One that gives what was there before has nothing left to decide.
        if (!sameJson(part.was, part.to)) this.#index.add(part)
      }
    }
  }
}
