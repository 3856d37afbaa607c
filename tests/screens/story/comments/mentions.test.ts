import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '../../../../src/domain/person.ts'
import {
  mentionsIn,
  offeredPeople,
  piecesOf,
  typedMention,
} from '../../../../src/screens/story/comments/mentions.ts'

const person = (id: string, name: string): Person => ({ id, name, role: 'reporter' })
const PEOPLE = [
  person('ann', 'Ann'),
  person('smit', 'Ann Smit'),
  person('zoe', 'Zoë O’Neil'),
  person('twin', 'Ann'),
  person('blank', ' '),
]

describe('whom a message names', () => {
  test.each<readonly [string, readonly string[]]>([
    ['Nobody at all', []],
    ['@Ann is it so?', ['ann']],
    ['Ask @Ann Smit.', ['smit']],
    ['@Ann Smith is another', ['ann']],
    ['@Annabel is nobody', []],
    ['@Zoë O’Neil, and @Ann, and @Ann', ['zoe', 'ann']],
    ['ann@Ann', ['ann']],
    ['@', []],
    ['@ ', []],
  ])('%s', (text, ids) => {
    expect(mentionsIn(text, PEOPLE)).toEqual(ids)
  })

  test('who was picked counts where two have one name', () => {
    expect(mentionsIn('@Ann', PEOPLE, new Map([['Ann', 'twin']]))).toEqual(['twin'])
  })
})

test('the pieces of a message are the message', () => {
  const word = fc.constantFrom('@Ann', ' Smit', '@', 'é', '👩', '\n', '@Zoë O’Neil', ', ')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const text = words.join('')
      const pieces = piecesOf(text, PEOPLE)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      for (const piece of pieces) expect(text.slice(piece.at, piece.at + piece.text.length)).toBe(piece.text)
      for (const { text: words, person: named } of pieces)
        expect(named === null || words === `@${named.name}`).toBe(true)
    }),
  )
})

describe('the name that is being typed', () => {
  test.each<readonly [string, string | null]>([
    ['|', null],
    ['@|', ''],
    ['Hey @zo|', 'zo'],
    ['(@ann sm|', 'ann sm'],
    ['@ann smit and|', null],
    ['mail@ann|', null],
    ['@ann\n|', null],
    ['@ann|bel', 'ann'],
  ])('%j', (row, typed) => {
    const caret = row.indexOf('|')
    const found = typedMention(row.replace('|', ''), caret)
    expect(found?.typed ?? null).toBe(typed)
    expect(found ? row.charAt(found.at) : '@').toBe('@')
  })

  test.each<readonly [string, readonly string[]]>([
    ['', ['ann', 'smit', 'zoe', 'twin', 'blank']],
    ['smi', ['smit']],
    ['zoe', ['zoe']],
    ['ANN S', ['smit']],
    ['nn', []],
  ])('offers for “%s”', (typed, ids) => {
    expect(offeredPeople(PEOPLE, typed).map(({ id }) => id)).toEqual(ids)
  })
})
