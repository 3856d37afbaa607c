import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { MemoryStorage } from '../../src/backends/memory-storage.ts'
import { CHECK_SETTINGS } from '../../src/domain/checks/check-settings.ts'
import type { ChecksChange } from '../../src/domain/checks/checks-change.ts'
import { applyChecksChange } from '../../src/domain/checks/checks-change.ts'
import type { Person } from '../../src/domain/person.ts'
import { changeStoredChecks, CHECKS_STORES, checksRevision, readChecks } from '../../src/rules/checks.ts'
import { partOf } from '../../src/rules/stored-checks.ts'
import { CHIEF, NOW, REPORTER, SUB } from '../backends/test-desk.ts'
import { ruleOf } from '../domain/checks/house-rules.ts'

let storage: MemoryStorage
beforeEach(() => {
  storage = new MemoryStorage()
})

const change = (change: ChecksChange, person: Person | null = CHIEF) =>
  storage.run(CHECKS_STORES, 'strict', (transaction) => changeStoredChecks(transaction, change, person, NOW))
const kept = () => storage.run(CHECKS_STORES, 'readonly', readChecks)
const revision = () => storage.run(CHECKS_STORES, 'readonly', checksRevision)
const meta = async () => (await storage.dump()).stores.get('meta') ?? new Map<string, object>()
const plant = (row: object) =>
  storage.run(['meta'], 'strict', (transaction) => transaction.put('meta', row as never))

/** Names of the rows that are others after. */
const written = (before: Rows, after: Rows): readonly unknown[] =>
  [...after.keys()].filter((name) => JSON.stringify(after.get(name)) !== JSON.stringify(before.get(name)))
type Rows = ReadonlyMap<unknown, object>

const many = Array.from({ length: 300 }, (_, at) => ruleOf(`rule-${at}`))

test('until somebody changes them they are what holds for everybody', async () => {
  expect(await kept()).toEqual({ revision: '', settings: CHECK_SETTINGS })
  expect(await revision()).toBe('')
})

test('what is changed is kept, with another revision each time', async () => {
  const changed = await change({ type: 'set', settings: { dialect: 'American' } })
  expect(changed).toMatchObject({ ok: true, value: { before: '', settings: { dialect: 'American' } } })
  const first = await kept()
  expect(first.settings).toEqual({ ...CHECK_SETTINGS, dialect: 'American' })
  expect(first.revision).toBe(await revision())
  await change({ type: 'allow', words: ['Stet'], allowed: [] }, SUB)
  expect(await revision()).not.toBe(first.revision)
  expect((await kept()).settings).toEqual({ ...CHECK_SETTINGS, dialect: 'American', deskWords: ['Stet'] })
})

test('what changes nothing writes nothing', async () => {
  await change({ type: 'put rules', rules: many })
  const before = await meta()
  const again = await change({ type: 'put rules', rules: many })
  expect(again.ok && again.value.before).toBe(again.ok && again.value.revision)
  expect(await meta()).toEqual(before)
})

test('rules keep their order, and one that is edited rewrites one part', async () => {
  await change({ type: 'replace rules', rules: many })
  const before = await meta()
  expect(before.size).toBeGreaterThan(50)
  const edited = ruleOf('rule-77', { replacement: 'other' })
  await change({ type: 'put rules', rules: [edited] })
  const after = await meta()
  expect(new Set(written(before, after))).toEqual(new Set(['checks', partOf('rule-77')]))
  expect((await kept()).settings.rules).toEqual(many.map((rule) => (rule.id === 'rule-77' ? edited : rule)))
})

test('a word that is allowed rewrites no rule', async () => {
  await change({ type: 'replace rules', rules: many })
  const before = await meta()
  await change({ type: 'allow', words: ['Stet'], allowed: [] })
  expect(written(before, await meta())).toEqual(['checks'])
})

test('where a rule is never changes, as it is stored so', () => {
  expect(['a', 'rule-77', 'Zelenskiy', 'é💧'].map(partOf)).toEqual(PLACES)
})
const PLACES = ['house-rules/44', 'house-rules/32', 'house-rules/47', 'house-rules/20']

test.each<[string, Person | null, ChecksChange, RegExp]>([
  ['nobody', null, { type: 'allow', words: ['x'], allowed: [] }, /who you are/],
  ['a reporter', REPORTER, { type: 'allow', words: ['x'], allowed: [] }, /sub-editors and chiefs/],
  ['a sub-editor', SUB, { type: 'replace rules', rules: [] }, /Only a chief/],
])('%s is refused, and nothing is written', async (_who, person, asked, message) => {
  const refused = await change(asked, person)
  expect(refused).toMatchObject({ ok: false, reason: 'not allowed' })
  expect(refused.ok ? '' : refused.message).toMatch(message)
  expect((await meta()).size).toBe(0)
})

test('too much is refused as invalid', async () => {
  const refused = await change({ type: 'put rules', rules: [ruleOf('a', { pattern: 'x'.repeat(4001) })] })
  expect(refused).toMatchObject({ ok: false, reason: 'invalid' })
  expect((await meta()).size).toBe(0)
})

test('what is damaged is as if it were not there, and stays where it is', async () => {
  await change({ type: 'replace rules', rules: many })
  await change({ type: 'allow', words: ['Stet'], allowed: [] })
  const part = partOf('rule-7')
  const checks = (await meta()).get('checks')
  await plant({ ...checks, dialect: 7, deskWords: ['Stet', 8], allowed: 'none', newer: 'kept' })
  const stored = (await meta()).get(part) as { readonly rules: readonly object[] }
  await plant({ name: part, rules: [{ place: 'first' }, ...stored.rules] })
  await plant({ name: 'house-rules/63', rules: 'gone' })
  const rest = many.filter(({ id }) => partOf(id) !== 'house-rules/63')
  expect((await kept()).settings).toEqual({ ...CHECK_SETTINGS, rules: rest, deskWords: ['Stet'] })

  await change({ type: 'put rules', rules: [ruleOf('rule-7', { replacement: 'seven' })] })
  await change({ type: 'put rules', rules: many.filter(({ id }) => partOf(id) === 'house-rules/63') })
  const after = await meta()
  expect(after.get(part)).toMatchObject({ rest: [{ place: 'first' }] })
  expect(after.get('house-rules/63')).toMatchObject({ rest: [{ name: 'house-rules/63', rules: 'gone' }] })
  expect(after.get('checks')).toMatchObject({ newer: 'kept' })
  expect((await kept()).settings.rules).toHaveLength(many.length)
})

test.each([7, null, 'x', [], { name: 'checks', changes: 'x' }])(
  '%j for a row is no settings',
  async (row) => {
    const broken = {
      get: () => Promise.resolve(row),
      next: () => Promise.resolve([row]),
    } as unknown as Parameters<typeof readChecks>[0]
    expect((await readChecks(broken)).settings).toEqual(CHECK_SETTINGS)
  },
)

test('whatever rules are put, removed and replaced, what is read is what the changes say', async () => {
  const id = fc.constantFrom(...many.slice(0, 12).map((rule) => rule.id))
  const rules = fc.array(
    fc.tuple(id, fc.constantFrom('x', 'y')).map(([name, replacement]) => ruleOf(name, { replacement })),
    { maxLength: 8 },
  )
  const anyChange: fc.Arbitrary<ChecksChange> = fc.oneof(
    fc.record({ type: fc.constantFrom('put rules' as const, 'replace rules' as const), rules }),
    fc.record({ type: fc.constant('remove rules' as const), ids: fc.array(id, { maxLength: 4 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(anyChange, { maxLength: 8 }), async (changes) => {
      storage = new MemoryStorage()
      let expected = CHECK_SETTINGS
      for (const one of changes) {
        const applied = applyChecksChange(expected, one)
        if (applied.ok) expected = applied.settings
        await change(one)
        expect((await kept()).settings).toEqual(expected)
      }
    }),
    { numRuns: 60 },
  )
})
