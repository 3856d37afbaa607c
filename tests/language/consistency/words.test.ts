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
