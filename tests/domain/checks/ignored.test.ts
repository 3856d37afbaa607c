import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ReportedFlag } from '../../../src/domain/checks/check-report.ts'
import type { Ignored } from '../../../src/domain/checks/ignored.ts'
import {
  carryIgnored,
  heed,
  ignore,
  ignoredBy,
  neighbours,
  readIgnored,
} from '../../../src/domain/checks/ignored.ts'

const row = (change: Partial<Ignored> = {}): Ignored => ({
  id: 'r1',
  check: 'spelling',
  rule: 'elysee',
  words: 'Elysee',
  scope: 'here',
  before: 'an ',
  after: ' official',
  by: 'ines',
  at: '2026-11-26T09:00:00Z',
  ...change,
})

const flag = (change: Partial<ReportedFlag> = {}): ReportedFlag => ({
  id: 'f',
  kind: 'spelling',
  check: 'spelling',
  rule: 'elysee',
  range: { place: { to: 'text', text: 'body', block: 4 }, from: 3, to: 9 },
  words: 'Elysee',
  before: 'an ',
  after: ' official',
  message: '',
  weight: 'fault',
  fixes: [],
  also: [],
  ...change,
})

describe('what may stand in a story', () => {
  it('is kept in its document, with who said so, and can be taken back', () => {
    const doc = new Y.Doc()
    ignore(doc, [row(), row({ id: 'r2', scope: 'story', at: '2026-11-26T08:00:00Z' })])
    expect(readIgnored(doc)).toEqual([row({ id: 'r2', scope: 'story', at: '2026-11-26T08:00:00Z' }), row()])
    heed(doc, ['r2', 'never there'])
    expect(readIgnored(doc)).toEqual([row()])
  })

  it('goes with the story into its next epoch', () => {
    const [before, after] = [new Y.Doc(), new Y.Doc()]
    ignore(before, [row()])
    carryIgnored(before, after)
    expect(readIgnored(after)).toEqual([row()])
  })

  it('comes together when two people say so at once', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    ignore(one, [row()])
    ignore(two, [row({ id: 'r2', by: 'jonas' })])
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    expect(readIgnored(one)).toEqual(readIgnored(two))
    expect(readIgnored(one)).toHaveLength(2)
  })

  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['no JSON', '{'],
    ['JSON that is no row', '"word"'],
    ['a row without a check', JSON.stringify({ scope: 'here' })],
    ['a scope that only a newer Stet knows', JSON.stringify({ check: 'spelling', scope: 'desk' })],
  ])('leaves alone what is none: %s', (_, value) => {
    const doc = new Y.Doc()
    doc.getMap('ignored').set('odd', value)
    ignore(doc, [row()])
    expect(readIgnored(doc)).toEqual([row()])
    expect(doc.getMap('ignored').has('odd')).toBe(true)
  })
})

describe('a flag', () => {
  const cases: readonly [string, readonly Ignored[], ReportedFlag, boolean][] = [
    ['is ignored here', [row()], flag(), true],
    [
      'in another block with the same neighbours, too',
      [row()],
      flag({ range: { place: { to: 'field', field: 'place' }, from: 0, to: 6 } }),
      true,
    ],
    ['is heard between other words', [row()], flag({ after: ' source' }), false],
    [
      'is ignored in the whole story',
      [row({ scope: 'story' })],
      flag({ after: ' source', before: '' }),
      true,
    ],
    ['is heard where other words stand', [row({ scope: 'story' })], flag({ words: 'Élysee' }), false],
    ['is heard of another rule', [row({ scope: 'story' })], flag({ rule: 'other' }), false],
    ['is heard of another check', [row({ scope: 'story' })], flag({ check: 'grammar' }), false],
    ['is ignored by the second of two rows', [row({ after: '.' }), row({ id: 'r2' })], flag(), true],
  ]
  it.each(cases)('%s', (_, rows, found, isIgnored) => {
    expect(ignoredBy(rows)(found) !== null).toBe(isIgnored)
  })

  it('knows its neighbours at the ends of a line', () => {
    expect(neighbours('one two', 0, 3)).toEqual({ before: '', after: ' two' })
    expect(neighbours('one two', 4, 7)).toEqual({ before: 'one ', after: '' })
  })
})
