import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bare, folded, wordsOf } from '../../../src/language/consistency/words.ts'

describe('words', () => {
  it.each([
    ['It’s a well-known U.S. firm.', ['It’s', 'a', 'well-known', 'U.S.', 'firm']],
    ['1,200 jobs, 3.5% and $1.2bn', ['1,200', 'jobs', '3.5', 'and', '1.2bn']],
    ['a 43-year-old (not “old”)', ['a', '43-year-old', 'not', 'old']],
    ['', []],
  ])('of %s', (signs, words) => {
    expect(wordsOf(signs).map(({ text }) => text)).toEqual(words)
  })

  it.each([
    ['He left. Then she came.', ['He', 'Then']],
    ['Mr. Smith met Gen. Milley on Sept. 3.', ['Mr']],
    ['John F. Kennedy said: “We go.”', ['John', 'We']],
    ['They left… Nobody came!', ['They', 'Nobody']],
  ])('know where sentences begin: %s', (signs, starts) => {
    const found = wordsOf(signs).filter((word) => word.startsSentence)
    expect(found.map(({ text }) => text)).toEqual(starts)
  })

  it('are compared without accents and possessive endings', () => {
    expect(folded('Jean-Noël')).toBe('jean-noel')
    expect(folded('Łódź')).toBe('lodz')
    expect([bare('Macron’s'), bare("NATO's"), bare('Frances')]).toEqual(['Macron', 'NATO', 'Frances'])
  })
})

it('one line after the other, and the same again, have their own words', () => {
  const texts = (signs: string): readonly string[] => wordsOf(signs).map(({ text }) => text)
  const lines = ['', 'one two', 'one two', 'three', '', 'one two']
  expect(lines.map(texts)).toEqual([[], ['one', 'two'], ['one', 'two'], ['three'], [], ['one', 'two']])
})

it('a line has the same words whether a sign beyond Latin letters stands in it or not', () => {
  const part = fc.constantFrom(..."a.É1,5-’' \n“”(–U.S.Łßſŉªµ".split(''), 'it’s', '3.5bn', 'U.S.', 'pro-EU')
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const signs = parts.join('')
      expect(wordsOf(`${signs} 漢`).slice(0, -1)).toEqual(wordsOf(signs))
    }),
  )
})
