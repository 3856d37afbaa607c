import fc from 'fast-check'
import type { DeskStorage, DeskTransaction, StoryRow } from '../../../src/rules/desk-storage.ts'
import { STATUSES } from '../../../src/domain/story-record.ts'
import { BLANK_CONTENT } from '../../../src/domain/story-content.ts'
import { rowOf } from '../../../src/rules/stored-shapes.ts'
import { foldedWords } from '../../../src/server/storage/folded-words.ts'
import { recordWith } from '../../domain/story-records.ts'
import { CHIEF } from '../../backends/test-desk.ts'

/**
 * One call of a transaction. It answers with what was asked, in a form that is the same for every storage: keys of updates
 * are counted up by each of them as it likes, so that the answer names them by their place in `keys`.
 */
export type Operation = {
  readonly name: string
  readonly run: (transaction: DeskTransaction, keys: number[]) => Promise<unknown>
}

const ids = fc.constantFrom('a', 'b', 'c', 'd')
const people = fc.constantFrom('rita', 'otto')
const small = fc.integer({ min: 1, max: 6 })
/** What JSON and PostgreSQL find hard: NUL, half a pair, quotes, another alphabet, long text. */
const texts = fc.constantFrom('', 'a\0b', 'half \ud83d', '"\\', 'Łódź “x” 😀', 'ab '.repeat(3000))

const rows: fc.Arbitrary<StoryRow> = fc
  .record({
    id: ids,
    sequence: small,
    born: small,
    status: fc.constantFrom(...STATUSES),
    reporters: fc.uniqueArray(people),
    claimant: fc.option(people),
    slug: texts,
    unsummarised: fc.constantFrom(0 as const, 1 as const),
  })
  .map(({ born, slug, unsummarised, ...record }) => {
    const { summary } = recordWith()
    return rowOf(recordWith({ ...record, summary: { ...summary, slug } }), -born, unsummarised)
  })

const operation = (name: string, run: Operation['run']): Operation => ({ name, run })

const puts = fc.oneof(
  rows.map((row) => operation(`put record ${row.id}`, (t) => t.put('records', row))),
  fc
    .record({ id: ids, text: texts.filter((text) => !text.startsWith('half')) })
    .map((row) =>
      operation(`put search ${row.id}`, (t) =>
        t.put('searches', { ...row, text: foldedWords(row.text).replaceAll('\0', '\uFFFD') }),
      ),
    ),
  fc
    .record({ id: ids, slug: texts })
    .map(({ id, slug }) =>
      operation(`put content ${id}`, (t) =>
        t.put('contents', { id, content: { ...BLANK_CONTENT, fields: { ...BLANK_CONTENT.fields, slug } } }),
      ),
    ),
  fc
    .record({ id: ids, text: texts })
    .map(({ id, text }) =>
      operation(`put source ${id}`, (t) => t.put('sources', { id, name: text, type: 'text/plain', text })),
    ),
  fc.record({ sequence: small, story: ids, note: texts }).map(({ sequence, story, note }) =>
    operation(`put event ${sequence}`, (t) =>
      t.put('events', {
        sequence,
        story,
        note,
        at: '',
        by: CHIEF,
        type: 'create',
        from: null,
        to: 'draft',
        told: [],
      }),
    ),
  ),
  fc.record({ number: small, story: ids, name: texts }).map(({ number, story, name }) =>
    operation(`put version ${story} ${number}`, async (t) => {
      const key = `${story}/${number}`
      const head = {
        name,
        hash: '',
        at: '',
        by: CHIEF,
        why: 'create' as const,
        note: '',
        status: 'draft' as const,
      }
      await t.put('versions', { ...head, key, story, number, epoch: 1, words: 0, suggestions: 0 })
      await t.put('copies', {
        key,
        story,
        number,
        content: BLANK_CONTENT,
        state: new Uint8Array([number, 0, 255]),
      })
    }),
  ),
  fc.record({ sequence: small, story: ids }).map(({ sequence, story }) =>
    operation(`put verdict ${sequence}`, (t) =>
      t.put('verdicts', {
        sequence,
        story,
        suggestion: '',
        verdict: 'accepted',
        by: CHIEF,
        at: '',
        reason: '',
        what: {} as never,
      }),
    ),
  ),
  fc.record({ sequence: small, person: people, read: fc.boolean() }).map(({ sequence, person, read }) =>
    operation(`put notice ${sequence} ${person}`, (t) =>
      t.put('notices', {
        key: `${sequence}/${person}`,
        person,
        order: -sequence,
        sequence,
        story: 'a',
        headline: '',
        slug: '',
        kind: 'approved',
        by: CHIEF,
        at: '',
        note: '',
        read,
      }),
    ),
  ),
  fc.record({ sequence: small, story: ids }).map(({ sequence, story }) =>
    operation(`put late edit ${sequence}`, (t) =>
      t.put('late', {
        key: `${story}/${sequence}`,
        story,
        epoch: 1,
        by: 'rita',
        at: '',
        base: BLANK_CONTENT,
        content: BLANK_CONTENT,
        comments: [],
        sequence,
        update: new Uint8Array([sequence]),
      }),
    ),
  ),
  fc
    .record({ id: people, name: fc.constantFrom('Rita', 'Łukasz') })
    .map((person) =>
      operation(`put person ${person.id}`, (t) => t.put('people', { ...person, role: 'reporter' })),
    ),
  small.map((value) => operation(`put sequence ${value}`, (t) => t.put('meta', { name: 'sequence', value }))),
)

const WITH_IDS = ['records', 'searches', 'contents', 'sources'] as const
const WITH_KEYS = ['versions', 'copies', 'notices', 'late'] as const

const reads = fc.oneof(
  fc
    .tuple(fc.constantFrom(...WITH_IDS), ids)
    .map(([store, id]) => operation(`get ${store} ${id}`, (t) => t.get(store, id))),
  fc
    .tuple(fc.constantFrom(...WITH_KEYS), ids, small)
    .map(([store, id, number]) =>
      operation(`get ${store} ${id}/${number}`, (t) => t.get(store, `${id}/${number}`)),
    ),
  fc
    .tuple(fc.constantFrom('events' as const, 'verdicts' as const), small)
    .map(([store, key]) => operation(`get ${store} ${key}`, (t) => t.get(store, key))),
  fc.constant(operation('get sequence', (t) => t.get('meta', 'sequence'))),
  fc
    .constantFrom(
      ...WITH_IDS,
      ...WITH_KEYS,
      'events' as const,
      'verdicts' as const,
      'people' as const,
      'meta' as const,
    )
    .map((store) => operation(`all ${store}`, async (t) => sorted(await t.all(store)))),
  fc
    .tuple(fc.constantFrom(...WITH_IDS, ...WITH_KEYS), fc.constantFrom('', 'a', 'b/2', 'z'), small)
    .map(([store, after, limit]) => operation(`next ${store} ${after}`, (t) => t.next(store, after, limit))),
  fc
    .tuple(fc.constantFrom('changed' as const, 'created' as const), fc.option(fc.constantFrom(...STATUSES)))
    .map(([order, status]) =>
      // All of them: which of two with one place is first, no storage says.
      operation(`first ${order} ${status}`, async (t) => sorted(await t.firstStories(order, status, 99))),
    ),
  small.map((sequence) =>
    operation(`since ${sequence}`, async (t) => sorted(await t.storiesSince(sequence))),
  ),
  fc.constant(operation('count', (t) => t.countStories())),
  fc.constant(operation('unsummarised', async (t) => (await t.unsummarised()).toSorted())),
  fc
    .tuple(ids, small, fc.nat())
    .map(([story, epoch, place]) =>
      operation(`updates ${story} ${epoch}`, async (t, keys) =>
        named(await t.updatesAfter(story, epoch, keys[place % (keys.length + 1)] ?? 0), keys),
      ),
    ),
  ids.map((story) =>
    operation(`all updates ${story}`, async (t, keys) => named(await t.allUpdates(story), keys)),
  ),
  fc
    .tuple(
      fc.constantFrom(
        'events' as const,
        'versions' as const,
        'copies' as const,
        'verdicts' as const,
        'late' as const,
      ),
      ids,
    )
    .map(([store, story]) => operation(`${store} of ${story}`, (t) => t.ofStory(store, story))),
  fc
    .tuple(people, fc.integer({ min: 0, max: 4 }))
    .map(([person, limit]) => operation(`notices of ${person}`, (t) => t.noticesOf(person, limit))),
)

const updates = fc.oneof(
  fc
    .tuple(ids, fc.integer({ min: 1, max: 2 }), fc.uint8Array({ maxLength: 9 }), fc.option(people))
    .map(([story, epoch, update, by]) =>
      operation(`add update ${story} ${epoch}`, async (t, keys) => {
        const key = await t.addUpdate({ story, epoch, update, by })
        keys.push(key)
        return keys.every((each) => each <= key)
      }),
    ),
  fc
    .array(fc.nat(), { maxLength: 3 })
    .map((places) =>
      operation('delete updates', (t, keys) =>
        t.deleteUpdates(places.flatMap((place) => keys[place % keys.length] ?? [])),
      ),
    ),
  fc
    .tuple(ids, small)
    .map(([story, number]) =>
      operation(`remove late ${story}/${number}`, (t) => t.remove('late', `${story}/${number}`)),
    ),
)

/** Several calls, of which `fails` says whether an exception ends their transaction. */
export type Course = {
  readonly operations: readonly Operation[]
  readonly fails: boolean
  readonly mode: 'strict' | 'relaxed'
}

export const courses: fc.Arbitrary<readonly Course[]> = fc.array(
  fc.record({
    operations: fc.array(fc.oneof(puts, puts, updates, reads, reads), { minLength: 1, maxLength: 12 }),
    fails: fc.boolean(),
    mode: fc.constantFrom('strict' as const, 'relaxed' as const),
  }),
  { maxLength: 8 },
)

/** Everything that a storage answers to these, transaction by transaction. */
export async function answersOf(
  storage: DeskStorage,
  all: readonly Course[],
  stores: Parameters<DeskStorage['run']>[0],
): Promise<readonly unknown[]> {
  const answers: unknown[] = []
  const keys: number[] = []
  for (const { operations, fails, mode } of all) {
    const done = storage.run(stores, mode, async (transaction) => {
      for (const { name, run } of operations) answers.push([name, plain(await run(transaction, keys))])
      if (fails) throw new Error('on the way')
    })
    await done.catch((error: unknown) => {
      if (!fails) throw error
    })
  }
  return answers
}

/** Bytes as a list, whatever kind of buffer they are in, and nothing for what JSON has no word for. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (_, each: unknown) => (each instanceof Uint8Array ? [...each] : each)),
  ) as unknown

const sorted = (all: readonly unknown[]): readonly unknown[] =>
  all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

const named = (all: readonly unknown[], keys: readonly number[]): readonly unknown[] =>
  (all as readonly { readonly key: number }[]).map((row) =>
    Object.assign({}, row, { key: keys.indexOf(row.key) }),
  )
