import { describe, expect, it } from 'vitest'
import { isInQuotation, readQuotes } from '../../../../src/language/consistency/facts/read-quotes.ts'

describe('quotations of a line', () => {
  it.each([
    ['“Yes,” she said. "No."', ['Yes,', 'No.']],
    ['“He said ‘no’ to it.”', ['He said ‘no’ to it.']],
    ['She said: “We came', ['We came']],
    ['He is 6\'2" tall.', []],
  ])('%s', (signs, quotations) => {
    const found = readQuotes(signs).quotations
    expect(found.map(({ from, to }) => signs.slice(from, to))).toEqual(quotations)
  })

  it('know what lies in them', () => {
    const signs = 'She said “yes” and “no”.'
    const { quotations } = readQuotes(signs)
    const inside = ['She', 'yes', 'and', 'no'].filter((word) =>
      isInQuotation(quotations, signs.indexOf(word)),
    )
    expect(inside).toEqual(['yes', 'no'])
  })

  it('say what each sign would be in the other form', () => {
    const turned = readQuotes("\"Yes,\" it's 'so'.")
    expect(turned.doubles.map(({ instead }) => instead)).toEqual(['“', '”'])
    expect(turned.singles.map(({ instead }) => instead)).toEqual(['’', '‘', '’'])
  })
})
