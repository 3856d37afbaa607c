import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  findUnit,
  firstItem,
  idAt,
  idOfType,
  indexOfId,
  isAfterthought,
  isInTransaction,
} from '../../src/domain/yjs-items.ts'
import { copyOf, docOf, head, meet } from './documents.ts'

type Edit = { readonly at: number; readonly text: string; readonly remove: number; readonly bold: boolean }

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  text: fc.string({ maxLength: 4, unit: fc.constantFrom('a', 'é', '👩', '\u0301', ' ') }),
  remove: fc.nat(3),
  bold: fc.boolean(),
})

function perform(text: Y.Text, { at, text: words, remove, bold }: Edit): void {
  const index = at % (text.length + 1)
  if (words !== '') text.insert(index, words, bold ? { bold } : {})
  else text.insertEmbed(index, { br: 1 }, {})
  text.delete(index, Math.min(remove, text.length - index))
}

/** Every live unit with its id, by a walk from the first item on: slow and without any of Yjs's markers. */
function walked(text: Y.Text): readonly (readonly [number, number])[] {
  const ids: [number, number][] = []
  for (let item = firstItem(text); item; item = item.right) {
    if (item.deleted || !item.countable) continue
    for (let offset = 0; offset < item.length; offset++) ids.push([item.id.client, item.id.clock + offset])
  }
  return ids
}

test('ids and indexes lead to each other as a walk over the text says, after any editing of two', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), fc.array(edit, { maxLength: 6 }), (mine, yours) => {
      const here = docOf(1)
      const text = here.getText('body')
      text.insert(0, 'The quay was empty.')
      const there = copyOf(here, 2)
      for (const one of mine) perform(text, one)
      for (const one of yours) perform(there.getText('body'), one)
      meet(here, there)
      const ids = walked(text)
      expect(ids).toHaveLength(text.length)
      ids.forEach((id, index) => {
        expect(idAt(text, index)).toEqual(id)
        expect(indexOfId(text, id)).toEqual({ index, live: true })
      })
      expect(walked(there.getText('body'))).toEqual(ids)
    }),
    { numRuns: 200 },
  )
})

test('a deleted unit is where it stood, for ever: also when all around it is gone', () => {
  const doc = docOf(1)
  const text = doc.getText('body')
  text.insert(0, 'abcdef')
  const ids = Array.from('abcdef', (_, index) => idAt(text, index) ?? ([0, 0] as const))
  text.delete(1, 2)
  const found = (): unknown => ids.map((id) => indexOfId(text, id)?.index)
  expect(found()).toEqual([0, 1, 1, 1, 2, 3])
  text.insert(1, 'XY')
  expect(indexOfId(text, ids[5] ?? [0, 0])).toEqual({ index: 5, live: true })
  text.delete(0, text.length)
  expect(found()).toEqual([0, 0, 0, 0, 0, 0])
  expect(ids.map((id) => indexOfId(text, id)?.live)).toEqual(Array.from(ids, () => false))
})

describe('ids that lead nowhere', () => {
  test('past the end, before the beginning, and in an empty text', () => {
    const text = docOf(1).getText('body')
    expect([idAt(text, 0), findUnit(text, 0), firstItem(text)]).toEqual([null, null, null])
    text.insert(0, '👩')
    expect([idAt(text, 0), idAt(text, 1), idAt(text, 2), idAt(text, -1)]).toEqual([
      [1, 0],
      [1, 1],
      null,
      null,
    ])
  })

  test('of another text, of a writer who was never here, of what is not written yet', () => {
    const doc = docOf(1)
    doc.getText('headline').insert(0, 'ab')
    doc.getText('body').insert(0, 'cd')
    const body = doc.getText('body')
    expect(
      [
        [1, 0],
        [2, 0],
        [1, 4],
        [1, -1],
      ].map(([client = 0, clock = 0]) => indexOfId(body, [client, clock])),
    ).toEqual([null, null, null, null])
    expect(indexOfId(body, [1, 3])).toEqual({ index: 1, live: true })
  })

  test('of a text that is in no document', () => expect(indexOfId(new Y.Text('ab'), [1, 0])).toBeNull())

  test('of what Yjs has thrown away: the inside of a deleted head', () => {
    const doc = docOf(1)
    const text = doc.getText('body')
    text.insertEmbed(0, head({ kind: 'quote' }))
    text.delete(0, 1)
    expect(indexOfId(text, [1, 1])).toBeNull()
    expect(indexOfId(text, [1, 0])).toEqual({ index: 0, live: false })
  })
})

test('a format has an id but no index: what stands behind it counts from before it', () => {
  const text = docOf(1).getText('body')
  text.insert(0, 'abcd')
  text.format(1, 2, { bold: true })
  expect(Array.from('abcd', (_, index) => idAt(text, index))).toEqual([
    [1, 0],
    [1, 1],
    [1, 2],
    [1, 3],
  ])
  expect(indexOfId(text, [1, 4])).toEqual({ index: 1, live: false })
})

test('a type has its id once it is in a document', () => {
  const doc = docOf(7)
  const start = head()
  expect(idOfType(start)).toBeNull()
  doc.getText('body').insertEmbed(0, start)
  expect(idOfType(start)).toEqual([7, 0])
  expect(idOfType(doc.getText('body'))).toBeNull()
})

test('a transaction is under way within it, not before and after', () => {
  const doc = docOf(1)
  const text = doc.getText('body')
  const seen: boolean[] = [isInTransaction(doc)]
  doc.transact(() => {
    seen.push(isInTransaction(doc))
    text.insert(0, 'a')
  })
  seen.push(isInTransaction(doc))
  expect(seen).toEqual([false, true, false])
})

test('a change that an observer makes while another is told is an afterthought', () => {
  const doc = docOf(1)
  const text = doc.getText('body')
  const seen: boolean[] = []
  doc.on('beforeTransaction', () => seen.push(isAfterthought(doc)))
  let again = true
  doc.on('afterTransaction', () => {
    if (!again) return
    again = false
    doc.transact(() => text.insert(0, 'b'))
  })
  text.insert(0, 'a')
  text.insert(0, 'c')
  expect(text.toJSON()).toBe('cba')
  expect(seen).toEqual([false, true, false])
})
