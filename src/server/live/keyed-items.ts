import * as Y from 'yjs'
import { firstWhere } from '../../domain/first-where.ts'
import type { ReadUpdate, Struct } from '../../rules/read-update.ts'

/** By client, in rising order: from which clock to which. */
export type Keyed = ReadonlyMap<number, readonly Range[]>

type Range = { readonly clock: number; readonly end: number }

/**
 * Values of keys among what an update brings. The values that a key had stand in one chain, of which all but the last have
 * to be deleted. One of several units that isn't could be cut in two, and the story would not open when it is cleared away.
 */
export class KeyedItems {
  readonly #doc: Y.Doc
  readonly #deleted: ReadUpdate['ds']
  readonly #keyed: Map<number, Range[]>
  /** Nothing came that could be cut. */
  areSound = true

  /** `ahead` is of which units it is known already that they are values of keys; `deleted` what the update deletes. */
  constructor(doc: Y.Doc, ahead: Keyed, deleted: ReadUpdate['ds']) {
    this.#doc = doc
    this.#deleted = deleted
    this.#keyed = new Map([...ahead].map(([client, ranges]) => [client, [...ranges]]))
  }

  /** Those that are not in the document yet. */
  get ahead(): Keyed {
    return this.#keyed
  }

  /** Looks at a struct of which everything before `from` is there, in the order in which they are taken. */
  take(struct: Struct, from: number): void {
    if (!(struct instanceof Y.Item)) return
    const { id, length, origin, rightOrigin, parentSub } = struct
    const end = id.clock + length
    // Whatever stands beside another one is where that is.
    const beside = from > id.clock ? Y.createID(id.client, from - 1) : (origin ?? rightOrigin)
    if (beside ? !this.#isKeyed(beside) : parentSub === null) return
    const known = this.#keyed.get(id.client)
    if (known) known.push({ clock: from, end })
    else this.#keyed.set(id.client, [{ clock: from, end }])
    if (end - from === 1 || struct.content instanceof Y.ContentDeleted) return
    const ranges = this.#deleted.clients.get(id.client) ?? []
    if (!ranges.some(({ clock, len }) => clock <= from && clock + len >= end - 1)) this.areSound = false
  }

  #isKeyed({ client, clock }: Y.ID): boolean {
    const ranges = this.#keyed.get(client) ?? []
    const last = ranges[firstWhere(ranges.length, (at) => (ranges[at]?.clock ?? 0) > clock) - 1]
    if (last && clock < last.end) return true
    const structs = this.#doc.store.clients.get(client)
    if (!structs || clock >= Y.getState(this.#doc.store, client)) return false
    const item = structs[Y.findIndexSS(structs, clock)]
    return item instanceof Y.Item && item.parentSub !== null
  }
}
