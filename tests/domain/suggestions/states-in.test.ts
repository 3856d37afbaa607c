import fc from 'fast-check'
import { expect, it } from 'vitest'
import { statesIn } from '../../../src/domain/suggestions/states-in.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import { unitsIn } from '../../../src/domain/yjs-items.ts'
import { reviewer, storyOf } from './reviewed.ts'

it('says of each unit of a part of a text, in its order, what its state is', () => {
  const write = fc.tuple(fc.constantFrom('insert', 'strike', 'format', 'join'), fc.nat(9))
  fc.assert(
    fc.property(fc.array(write, { maxLength: 8 }), fc.nat(20), fc.nat(20), (writes, a, b) => {
      const doc = storyOf('abcde', 'fghij')
      const [ann, index] = [reviewer(doc), suggestionIndex(doc)]
      for (const [what, at] of writes) {
        const letter = 'abcdefghij'.charAt(at)
        if (what === 'insert') ann.insert('xy', letter)
        else if (what === 'strike') ann.strike(letter)
        else if (what === 'format') ann.format(letter, { bold: true })
        else ann.split(letter)
      }
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const stretches = [...statesIn(ann.text, index, from, to)]
      const units = stretches.flatMap(({ id, length, state }) =>
        Array.from({ length }, (_, k) => [[id[0], id[1] + k], state] as const),
      )
      const expected = [...unitsIn(ann.text, from, to)]
      expect(units.map(([id]) => id)).toEqual(expected)
      expect(units.map(([, state]) => state)).toEqual(expected.map((id) => index.stateOf(id)))
    }),
  )
})

it('is the whole text where nothing else is said', () => {
  const doc = storyOf('Alpha.')
  const text = doc.getText('body')
  expect([...statesIn(text, suggestionIndex(doc))].reduce((sum, { length }) => sum + length, 0)).toBe(
    text.length,
  )
  expect([...statesIn(text, suggestionIndex(doc), 3, 3)]).toEqual([])
})
