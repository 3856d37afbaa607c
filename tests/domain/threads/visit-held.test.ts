import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { IdRange } from '../../../src/domain/suggestions/id-ranges.ts'
import { idsIn } from '../../../src/domain/suggestions/id-ranges.ts'
import { textRuns } from '../../../src/domain/text-runs.ts'
import type { Held } from '../../../src/domain/threads/visit-held.ts'
import { visitHeld } from '../../../src/domain/threads/visit-held.ts'
import { idAt } from '../../../src/domain/yjs-items.ts'
import { copyOf, docOf, head, meet } from '../documents.ts'

const edit = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('type', 'start', 'picture', 'break', 'delete'),
  length: fc.nat(3),
})
const range = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(30), fc.integer({ min: 1, max: 9 }))

/** In which run each unit of a body stands. */
function runsByIndex(text: Parameters<typeof textRuns>[0]): readonly number[] {
  return textRuns(text).flatMap(({ size }, run) => Array.from({ length: size }, () => run))
}

test('every live unit is shown to each anchor that holds it, once, with its run: as looking at each alone finds', () => {
  fc.assert(
    fc.property(
      fc.array(edit, { maxLength: 10 }),
      fc.array(edit, { maxLength: 5 }),
      fc.array(fc.array(range, { maxLength: 3 }), { maxLength: 5 }),
      (mine, yours, anchors: readonly (readonly IdRange[])[]) => {
        const here = docOf(1)
        here.getText('body').insertEmbed(0, head())
        here.getText('body').insert(1, 'The quay was empty.')
        const there = copyOf(here, 2)
        for (const [doc, edits] of [
          [here, mine],
          [there, yours],
        ] as const) {
          const text = doc.getText('body')
          for (const { at, kind, length } of edits) {
            const index = at % (text.length + 1)
            if (kind === 'type') text.insert(index, 'xyz'.slice(0, length))
            else if (kind === 'delete') text.delete(index, Math.min(length, text.length - index))
            else if (kind === 'break') text.insertEmbed(index, { br: 1 })
            else text.insertEmbed(index, head(kind === 'start' ? { kind: 'quote' } : { atom: 'picture' }))
          }
        }
        meet(here, there)
        const text = here.getText('body')
        const runs = runsByIndex(text)
        const wanted = anchors.flatMap((ids, anchor) =>
          runs.flatMap((run, index) => {
            const id = idAt(text, index)
            return id && [...idsIn(ids)].some((held) => String(held) === String(id))
              ? [`${anchor} ${run} ${index} ${String(id)}`]
              : []
          }),
        )
        const found: string[] = []
        const see = ({ anchor, run, index, id: [client, clock], length }: Held): void => {
          for (let k = 0; k < length; k++) found.push(`${anchor} ${run} ${index + k} ${client},${clock + k}`)
        }
        expect(visitHeld(text, [], anchors, see)).toBe(false)
        expect(found.toSorted()).toEqual(wanted.toSorted())
      },
    ),
    { numRuns: 200 },
  )
})

test('a text of one line is one run, whatever stands in it, and a place anywhere says that blocks were moved', () => {
  const doc = docOf(1)
  const line = doc.getText('headline')
  line.insert(0, 'ab')
  line.insertEmbed(1, head())
  const runs: number[] = []
  expect(visitHeld(line, [], [[[1, 0, 9]]], ({ run }) => runs.push(run))).toBe(false)
  expect(new Set(runs)).toEqual(new Set([0]))
  const body = doc.getText('body')
  body.insertEmbed(0, head({ kind: 'paragraph', place: '{"after":"top","rank":0}' }))
  expect(visitHeld(body, [], [], () => undefined)).toBe(true)
})
