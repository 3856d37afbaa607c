import { expect, test } from 'vitest'
import { asTwoWords, isMadeOfWords } from '../../../src/language/spelling/made-of-words.ts'

const WORDS = new Set([
  'field',
  'goal',
  'kicker',
  'offending',
  'said',
  'also',
  'huge',
  'cede',
  'force',
  'government',
])
const knows = (word: string): boolean => WORDS.has(word)

test.each([
  ['gasfield', true],
  ['goalkicker', true],
  ['reoffending', true],
  ['airforce', true],
  ['procede', false],
  ['goverment', false],
  ['field', false],
  ['', false],
])('%s is made of words: %s', (word, made) => {
  expect(isMadeOfWords(word, knows)).toBe(made)
})

test.each([
  ['alsosaid', 'also said'],
  ['thehuge', 'the huge'],
  ['governmentand', 'government and'],
  ['goalkicker', null],
  ['the', null],
])('%s as two: %s', (word, two) => {
  expect(asTwoWords(word, knows)).toBe(two)
})
