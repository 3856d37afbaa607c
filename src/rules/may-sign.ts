import * as Y from 'yjs'
import { firstWhere } from '../domain/first-where.ts'
import { docState, partOf } from '../domain/yjs-items.ts'

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

/** The part of a document, by its name, and the key there; null where it can't be told. */
type Place = { readonly part: string; readonly key: string | null } | null

/**
 * Whether an update may change what somebody signed: threads and their messages, and who a suggestion is by. In doubt, yes;
 * then `isOnlyTheirs` tells. A suggestion that `person` signs as a new one of their own is none of it. Looks up only what the
 * update names, so that it costs what the update is and not what the story is. `doc` is the document without the update, which
 * may lack what was stored meanwhile.
 */
export function maySign(doc: Y.Doc, update: Uint8Array, person: string): boolean {
  const { structs, ds } = Y.decodeUpdate(update)
  const places = new Places(doc, structs)
  const isSigned = (place: Place): boolean =>
    place === null || place.part === 'threads' || (place.part === 'origins' && isSignature(place.key))
  for (const struct of structs) {
    const { id, length } = struct
    if (!(struct instanceof Y.Item) || id.clock + length <= docState(doc, id.client)) continue
    const place = places.of(struct)
    if (isSigned(place) && !(place?.part === 'origins' && isNewOfTheirs(doc, struct, person))) return true
  }
  // What the update itself brings was looked at.
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      for (const item of liveItems(doc, client, clock, len)) if (isSigned(places.of(item))) return true
    }
  }
  return false
}

const isSignature = (key: string | null): boolean => key === null || key.startsWith('s:')

/** Does an item sign a suggestion that nobody signed before? */
function isNewOfTheirs(doc: Y.Doc, { parentSub, content }: Y.Item, person: string): boolean {
  if (parentSub === null || doc.getMap('origins').has(parentSub)) return false
  const [fact, ...more] = content instanceof Y.ContentAny ? content.arr : []
  return more.length === 0 && (fact as { readonly by?: unknown } | undefined)?.by === person
}

function* liveItems(doc: Y.Doc, client: number, clock: number, length: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client)
  if (!structs || clock >= docState(doc, client)) return
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at]
    if (!struct || struct.id.clock >= clock + length) return
    if (struct instanceof Y.Item && !struct.deleted) yield struct
  }
}

/** Finds the places of what an update brings, and of what is there. */
class Places {
  readonly #doc: Y.Doc
  readonly #brought = new Map<number, Struct[]>()
  readonly #known = new Map<Struct, Place>()

  constructor(doc: Y.Doc, structs: readonly Struct[]) {
    this.#doc = doc
    for (const struct of structs) {
      const { client } = struct.id
      const own = this.#brought.get(client)
      if (own) own.push(struct)
      else this.#brought.set(client, [struct])
    }
  }

  /** The place of an item; follows what stands beside it, or holds it, until that is known. */
  of(item: Y.Item): Place {
    const path: Struct[] = []
    let at: Struct | undefined = item
    let place: Place = null
    while (at instanceof Y.Item) {
      const known = this.#known.get(at)
      if (known !== undefined) {
        place = known
        break
      }
      // Until it is found out; what hangs together in a circle is nowhere.
      this.#known.set(at, null)
      path.push(at)
      const { parent, origin, rightOrigin, parentSub }: Y.Item = at
      if (parent instanceof Y.AbstractType) {
        place = this.#inDocument(at)
        break
      }
      // Before an item is taken its parent is a name, where it is a part of the document.
      if (typeof parent === 'string') {
        place = { part: parent, key: parentSub }
        break
      }
      const beside: Y.ID | null = parent ?? origin ?? rightOrigin
      at = beside === null ? undefined : this.#find(beside)
    }
    for (const struct of path) this.#known.set(struct, place)
    return place
  }

  #inDocument(item: Y.Item): Place {
    const { type, key } = partOf(item)
    for (const part of ['threads', 'origins']) {
      if (this.#doc.share.get(part) === type) return { part, key }
    }
    return { part: '', key: null }
  }

  #find({ client, clock }: Y.ID): Struct | undefined {
    const there = this.#doc.store.clients.get(client)
    if (there && clock < docState(this.#doc, client)) return there[Y.findIndexSS(there, clock)]
    const own = this.#brought.get(client) ?? []
    const found = own[firstWhere(own.length, (at) => (own[at]?.id.clock ?? 0) > clock) - 1]
    return found && clock < found.id.clock + found.length ? found : undefined
  }
}
