import { firstWhere } from '../first-where.ts'
import type * as Y from 'yjs'
import type { UnitId } from '../yjs-items.ts'
import type { IdRange } from './id-ranges.ts'
import { readRanges } from './id-ranges.ts'

/**
 * Who wrote what: facts in the Y.Map 'origins', only ever added, and no part of undo.
 *
 *   '<client>:<clock>'   {s} or {}             from this clock on, what this client inserts belongs to suggestion s, or to none
 *   '<client>:<clock>='  [client, clock, n]    these n units, made again by undo, stand for those
 *   's:<id>'             {by, at}              who makes suggestion <id>, and since when
 *
 * So nothing is written for a key that is typed, only for a change of place. Ids elsewhere are CANONICAL: a unit that
 * undo made again goes by the id of the one that it stands for.
 */
export class Origins {
  readonly #map: Y.Map<unknown>
  readonly #modes = new Map<number, Mode[]>()
  readonly #standIns = new Map<number, StandIn[]>()
  /** As they were last read: whoever draws a text asks for them again and again. */
  readonly #makers = new Map<string, Maker>()

  constructor(map: Y.Map<unknown>) {
    this.#map = map
    for (const key of map.keys()) this.read(key)
  }

  /** Takes a fact in that was just written. */
  read(key: string): void {
    if (key.startsWith('s:')) this.#makers.delete(key.slice(2))
    const match = /^(\d+):(\d+)(=?)$/.exec(key)
    if (!match) return
    const value = this.#map.get(key)
    const [client, clock] = [Number(match[1]), Number(match[2])]
    if (match[3] === '=') {
      const [range] = readRanges([value])
      if (!range) return
      const [owner, first, length] = range
      insertSorted(listOf(this.#standIns, client), { clock, owner, first, length })
    } else if (typeof value === 'object' && value !== null) {
      const suggestion = 's' in value && typeof value.s === 'string' ? value.s : null
      insertSorted(listOf(this.#modes, client), { clock, suggestion })
    }
  }

  /** What undo made again, with the first of those, as many, that it stands for: for finding units by the ids they go by. */
  standIns(): readonly { readonly made: IdRange; readonly first: UnitId }[] {
    return [...this.#standIns].flatMap(([client, rows]) =>
      rows.map(({ clock, owner, first, length }) => {
        const made: IdRange = [client, clock, length]
        return { made, first: [owner, first] as const }
      }),
    )
  }

  /** The id that a unit goes by. */
  canonical(id: UnitId): UnitId {
    return this.canonicalRun(id).id
  }

  /** The id that a unit goes by, and for how many units from it on the ids that they go by follow each other. */
  canonicalRun(id: UnitId): { readonly id: UnitId; readonly length: number } {
    const list = this.#standIns.get(id[0])
    if (!list) return { id, length: Number.MAX_SAFE_INTEGER }
    const index = floor(list, id[1])
    const row = list[index]
    const next = list[index + 1]?.clock ?? Number.MAX_SAFE_INTEGER
    if (!row || id[1] >= row.clock + row.length) return { id, length: next - id[1] }
    const standsFor: UnitId = [row.owner, row.first + id[1] - row.clock]
    return { id: standsFor, length: Math.min(next, row.clock + row.length) - id[1] }
  }

  /** The ids that so many units go by, which have ids in a row. */
  canonicalRanges([client, clock]: UnitId, length: number): readonly IdRange[] {
    const ranges: IdRange[] = []
    for (let done = 0; done < length;) {
      const run = this.canonicalRun([client, clock + done])
      const count = Math.min(run.length, length - done)
      ranges.push([...run.id, count])
      done += count
    }
    return ranges
  }

  /** The suggestion as part of which a unit with this canonical id was inserted, or null; and until which clock that holds. */
  modeAt([client, clock]: UnitId): { readonly suggestion: string | null; readonly until: number } {
    const list = this.#modes.get(client) ?? []
    const index = floor(list, clock)
    return {
      suggestion: list[index]?.suggestion ?? null,
      until: list[index + 1]?.clock ?? Number.MAX_SAFE_INTEGER,
    }
  }

  /** Did anybody ever insert as part of a suggestion? */
  get hasModes(): boolean {
    return this.#modes.size > 0
  }

  /** Did this client ever insert as part of a suggestion? */
  hasSuggested(client: number): boolean {
    return this.#modes.has(client) || this.#standIns.has(client)
  }

  /** Who made a suggestion and when; blanks where that is not known. */
  maker(suggestion: string): Maker {
    const known = this.#makers.get(suggestion)
    if (known) return known
    const fact = this.#map.get(`s:${suggestion}`)
    if (typeof fact !== 'object' || fact === null) return { by: '', at: '' }
    const { by, at } = fact as { by?: unknown; at?: unknown }
    const maker = { by: typeof by === 'string' ? by : '', at: typeof at === 'string' ? at : '' }
    this.#makers.set(suggestion, maker)
    return maker
  }

  /** What `client` inserts from `clock` on belongs to this suggestion, or to none. Writes only a change. */
  enter(client: number, clock: number, suggestion: string | null): void {
    if (this.modeAt([client, clock]).suggestion === suggestion) return
    const key = `${client}:${clock}`
    this.#map.set(key, suggestion === null ? {} : { s: suggestion })
    this.read(key)
  }

  /** Says once who makes a suggestion. */
  sign(suggestion: string, by: string, at: string): void {
    const key = `s:${suggestion}`
    if (!this.#map.has(key)) this.#map.set(key, { by, at })
  }

  /** `length` units of `client` from `clock` on stand for those that begin at a canonical id. */
  standFor(client: number, clock: number, [owner, first]: UnitId, length: number): void {
    const key = `${client}:${clock}=`
    this.#map.set(key, [owner, first, length])
    this.read(key)
  }
}

type Maker = { readonly by: string; readonly at: string }
type Mode = { readonly clock: number; readonly suggestion: string | null }
type StandIn = {
  readonly clock: number
  readonly owner: number
  readonly first: number
  readonly length: number
}

function listOf<Row>(map: Map<number, Row[]>, client: number): Row[] {
  const known = map.get(client)
  if (known) return known
  const list: Row[] = []
  map.set(client, list)
  return list
}

/** Index of the last row at or before a clock; -1 before all. */
const floor = (list: readonly { readonly clock: number }[], clock: number): number =>
  firstWhere(list.length, (index) => (list[index]?.clock ?? 0) > clock) - 1

function insertSorted<Row extends { readonly clock: number }>(list: Row[], row: Row): void {
  const index = floor(list, row.clock)
  if (list[index]?.clock === row.clock) list[index] = row
  else list.splice(index + 1, 0, row)
}
