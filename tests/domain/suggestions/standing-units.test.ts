import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { readBlocks } from '../../../src/domain/linear-text.ts'
import { SEAM } from '../../../src/domain/text-layout.ts'
import { standingUnits } from '../../../src/domain/suggestions/standing-units.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import { unitsOfBlocks } from '../../../src/domain/suggestions/text-units.ts'
import { idAt } from '../../../src/domain/yjs-items.ts'
import { bodyOf, head, type Row } from '../documents.ts'
import { suggesterOf } from './differences.ts'

const standing = (body: Y.Text) => {
  if (!body.doc) throw new Error('A text needs a document.')
  return standingUnits(body, 'body', suggestionIndex(body.doc))
}

const rule = (): Row => [head({ atom: 'rule' })]
const start = (kind = 'paragraph'): Row => [head({ kind })]

test.each<[string, readonly Row[]]>([
  ['nothing', []],
  ['blocks', [start(), ['one'], start('quote'), ['two', { bold: true }]]],
  ['words without a start', [['one'], start(), ['two']]],
  ['words behind a rule', [start(), ['one'], rule(), ['two']]],
  ['a seam in a block', [start(), ['one'], start(SEAM), ['two']]],
  ['a seam behind a rule', [rule(), start(SEAM), ['two']]],
  ['a break, and an unknown thing', [start(), ['a'], [{ br: 1 }], ['b'], [{ chart: 2 }], ['c']]],
])('the units are those of the blocks that are read: %s', (_, rows) => {
  const body = bodyOf(...rows)
  const { text, things } = standing(body)
  const read = unitsOfBlocks(readBlocks(body))
  expect(text).toBe(read.text)
  expect([...things]).toEqual([...read.things])
})

test('each unit has the id under which it stands', () => {
  const { text, stretches } = standing(bodyOf(start(), ['one'], start(), ['two']))
  const body = bodyOf(start(), ['one'], start(), ['two'])
  expect(text.length).toBe(body.length)
  expect(stretches.map(({ from, id }) => [from, id])).toEqual(
    stretches.map(({ from }) => [from, idAt(body, from)]),
  )
})

test('a start that isn’t written has no head, and a seam that nobody sees is named with its words', () => {
  const { heads, seams } = standing(bodyOf(['one'], start(), ['two'], start(SEAM), ['three']))
  expect([...heads].map(([at, known]) => [at, known !== null])).toEqual([
    [0, false],
    [4, true],
  ])
  expect(seams.map(({ from, to }) => [from, to])).toEqual([[8, 13]])
})

test('what is to be deleted doesn’t stand', () => {
  const body = bodyOf(start(), ['one'], start(), ['two'])
  const { doc } = body
  if (!doc) throw new Error('A text needs a document.')
  doc.transact(() => suggesterOf(doc).delete(body, 2, 3, 's'))
  const { text, heads } = standing(body)
  expect(text).toBe('\uFFFCotwo')
  expect([...heads.keys()]).toEqual([0])
})
