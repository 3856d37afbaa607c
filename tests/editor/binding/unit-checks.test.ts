import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { unitChecks } from '../../../src/editor/binding/unit-checks.ts'
import { reviewer, storyOf } from '../../domain/suggestions/reviewed.ts'

const where = (text: Y.Text, test: (index: number) => boolean): readonly number[] =>
  Array.from({ length: text.length + 2 }, (_, k) => k).filter((k) => test(k))

it('in a text without suggestions nothing is struck, and nothing stays while nobody suggests', () => {
  const doc = storyOf('abcd')
  const text = doc.getText('body')
  const { suggesting, staysDeleted, isStruck } = unitChecks(text, null)
  expect([suggesting, where(text, staysDeleted), where(text, isStruck)]).toEqual([false, [], []])
  expect(unitChecks(new Y.Text(), null).suggesting).toBe(false)
})

it('what is deleted stays while somebody suggests, but for one’s own; what is struck is so to everybody', () => {
  const doc = storyOf('abcd')
  const text = doc.getText('body')
  const [ann, ben] = [reviewer(doc), reviewer(doc, 'ben')]
  ann.insert('XY', 'c')
  ben.strike('Yc')
  // ¶ a b X Y c d
  const mine = unitChecks(text, ann.suggester)
  expect([mine.suggesting, where(text, mine.staysDeleted), where(text, mine.isStruck)]).toEqual([
    true,
    [0, 1, 2, 5, 6],
    [4, 5],
  ])
  const theirs = unitChecks(text, ben.suggester)
  expect(where(text, theirs.staysDeleted)).toEqual([0, 1, 2, 3, 4, 5, 6])
  const plain = unitChecks(text, null)
  expect([plain.suggesting, where(text, plain.staysDeleted), where(text, plain.isStruck)]).toEqual([
    false,
    [],
    [4, 5],
  ])
})

it('looks anywhere in a long text, in whatever order', () => {
  const doc = storyOf('x'.repeat(1000))
  const text = doc.getText('body')
  const ann = reviewer(doc)
  doc.transact(() => {
    for (const at of [900, 511, 256, 3]) ann.suggester.delete(text, at, 1, 's')
  })
  const { isStruck } = unitChecks(text, ann.suggester)
  expect([3, 900, 256, 511, 512, 255, 257, 4, 1001].map(isStruck)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
