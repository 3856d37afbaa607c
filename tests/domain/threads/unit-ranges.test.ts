import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangesOf } from '../../../src/domain/suggestions/id-ranges.ts'
import { unitRanges } from '../../../src/domain/threads/unit-ranges.ts'
import { idAt } from '../../../src/domain/yjs-items.ts'
import { copyOf, docOf, meet } from '../documents.ts'

test('the ids from an index on are those that units have one by one', () => {
  const edit = fc.record({ at: fc.nat(), text: fc.stringMatching(/^[a-z]{0,4}$/), remove: fc.nat(3) })
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 8 }),
      fc.array(edit, { maxLength: 4 }),
      fc.nat(20),
      fc.nat(20),
      (mine, yours, from, length) => {
        const here = docOf(1)
        const text = here.getText('body')
        text.insert(0, 'The quay was empty.')
        text.format(3, 6, { bold: true })
        const there = copyOf(here, 2)
        for (const [doc, edits] of [
          [here, mine],
          [there, yours],
        ] as const) {
          const own = doc.getText('body')
          for (const { at, text: typed, remove } of edits) {
            const index = at % (own.length + 1)
            own.insert(index, typed)
            own.delete(index, Math.min(remove, own.length - index))
          }
        }
        meet(here, there)
        const ids = Array.from({ length }, (_, k) => idAt(text, from + k)).filter((id) => id !== null)
        expect(unitRanges(text, from, length)).toEqual(rangesOf(ids))
      },
    ),
    { numRuns: 150 },
  )
})

test('there are none past the end, and none of no length', () => {
  const text = docOf(1).getText('body')
  text.insert(0, 'ab')
  expect([unitRanges(text, 2, 3), unitRanges(text, 0, 0), unitRanges(text, 1, 9)]).toEqual([
    [],
    [],
    [[1, 1, 1]],
  ])
})
