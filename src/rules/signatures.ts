import * as Y from 'yjs'
import { sameJson } from '../domain/json.ts'
import { threadsOf } from '../domain/threads/thread.ts'

/** What people signed in a story's document: threads with their messages, and who suggestions are by. */
export type Signatures = {
  readonly threads: ReadonlyMap<string, SignedThread>
  /** Of each suggestion what says who it is by. */
  readonly suggestions: ReadonlyMap<string, unknown>
}

type SignedThread = {
  /** What is set once: who opened it and about what. */
  readonly head: ReadonlyMap<string, unknown>
  readonly resolved: unknown
  readonly messages: ReadonlyMap<string, unknown>
}

const HEAD = ['by', 'at', 'anchor', 'quote']

/** Reads what is signed as it stands, whatever shape it has. */
export function signaturesOf(doc: Y.Doc): Signatures {
  const threads = new Map<string, SignedThread>()
  for (const [id, row] of threadsOf(doc).entries()) {
    const value = (key: string): unknown => (row instanceof Y.Map ? (row.get(key) as unknown) : row)
    const messages = value('messages')
    threads.set(id, {
      head: new Map(HEAD.map((key) => [key, plain(value(key))])),
      resolved: plain(value('resolved')),
      messages: new Map(
        messages instanceof Y.Map ? [...messages.entries()].map(([key, json]) => [key, plain(json)]) : [],
      ),
    })
  }
  const facts = [...doc.getMap('origins').entries()].filter(([key]) => key.startsWith('s:'))
  return { threads, suggestions: new Map(facts.map(([key, fact]) => [key, plain(fact)])) }
}

/**
 * Whether all that became different is this person's: they write, change and take away their own messages and threads, and
 * sign with their own name. Settling a thread, or taking it up again, is anybody's, in their own name.
 */
export function isOnlyTheirs(before: Signatures, after: Signatures, person: string): boolean {
  const isTheirs = (value: unknown): boolean => signedBy(value) === person
  for (const id of new Set([...before.threads.keys(), ...after.threads.keys()])) {
    const [was, is] = [before.threads.get(id), after.threads.get(id)]
    if (!areTheirs(was?.messages, is?.messages, isTheirs)) return false
    const isTheirThread = (thread: SignedThread | undefined): boolean =>
      thread === undefined || thread.head.get('by') === person
    const isSame = was && is && HEAD.every((key) => sameJson(was.head.get(key), is.head.get(key)))
    if (!isSame && !(isTheirThread(was) && isTheirThread(is))) return false
    const resolved = is?.resolved ?? ''
    if (resolved !== '' && !sameJson(resolved, was?.resolved) && !isTheirs(resolved)) return false
  }
  return areTheirs(before.suggestions, after.suggestions, isTheirs)
}

/** Is whatever came, went or changed between these theirs, before and after? */
function areTheirs(
  before: ReadonlyMap<string, unknown> = new Map(),
  after: ReadonlyMap<string, unknown> = new Map(),
  isTheirs: (value: unknown) => boolean,
): boolean {
  return [...new Set([...before.keys(), ...after.keys()])].every((key) => {
    const values = [before, after].filter((all) => all.has(key)).map((all) => all.get(key))
    return (values.length === 2 && sameJson(values[0], values[1])) || values.every(isTheirs)
  })
}

/** A value without what Yjs has around it. What holds others is no value that anybody signs. */
const plain = (value: unknown): unknown =>
  value instanceof Y.AbstractType ? [value.toJSON() as unknown] : value

/** Whose name stands in a value; null where there is none. */
function signedBy(value: unknown): unknown {
  try {
    const said: unknown = typeof value === 'string' ? JSON.parse(value) : value
    return typeof said === 'object' && said !== null && 'by' in said ? said.by : null
  } catch {
    return null
  }
}
