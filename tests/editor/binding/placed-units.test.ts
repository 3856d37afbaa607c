import fc from 'fast-check'
import { expect, it } from 'vitest'
import { idAt } from '../../../src/domain/yjs-items.ts'
import { placedUnits } from '../../../src/editor/binding/placed-units.ts'
import { displayIndex } from '../../../src/editor/binding/positions.ts'
import { atWork, join, move, storyWith } from './suggesting.ts'
import type { Writer } from './writer.ts'

const ROWS = ['abc', 'quote: de', '[a]', '', 'fgh', '[b]']

function placed({ editor, binding }: Writer, from: number, to: number): readonly string[] {
  const { doc } = editor.state
  return binding.unitsBetween(doc, from, to).map(({ id, pos }) => `${pos}=${String(id)}`)
}

/** Position by position, as the binding finds each. */
function oneByOne({ editor, binding }: Writer, from: number, to: number): readonly string[] {
  const { doc } = editor.state
  const rows: string[] = []
  for (let pos = from; pos < to; pos++) {
    const id = displayIndex(doc, pos) === displayIndex(doc, pos + 1) ? null : binding.idAt(pos)
    if (id) rows.push(`${pos}=${String(id)}`)
  }
  return rows
}

it.each<readonly [string, (writer: Writer) => void]>([
  ['as they lie', () => undefined],
  ['with a block moved', (writer) => move(writer, 'fgh', 'abc')],
  ['with a picture moved', (writer) => move(writer, '[a]', null)],
  [
    'with blocks joined that lie apart',
    (writer) => {
      move(writer, 'fgh', 'de')
      join(writer, 'fgh')
    },
  ],
])('units with their positions, %s', (_, change) => {
  const writer = atWork(storyWith(...ROWS), null)
  change(writer)
  const { size } = writer.editor.state.doc.content
  expect(placed(writer, 0, size)).toEqual(oneByOne(writer, 0, size))
  expect(placed(writer, 0, size)).toHaveLength(writer.text.length)
  fc.assert(
    fc.property(fc.nat(size), fc.nat(size), (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      expect(placed(writer, from, to)).toEqual(oneByOne(writer, from, to))
    }),
    { numRuns: 30 },
  )
})

it('a headline has no starts', () => {
  const doc = storyWith('abc')
  doc.getText('headline').insert(0, 'Vote')
  const { text, editor } = atWork(doc, null, 'headline')
  const map = {
    runs: [],
    physical: (index: number) => index,
    display: (index: number) => index,
    runAt: () => null,
  }
  expect(placedUnits(text, map, editor.state.doc, 0, editor.state.doc.content.size)).toEqual(
    [0, 1, 2, 3].map((at) => ({ id: idAt(text, at), pos: at + 1 })),
  )
})
