import { expect, test } from 'vitest'
import { NO_DICTIONARY, openDictionary } from '../../../src/language/spelling/dictionary.ts'

const spell = openDictionary('SFX S Y 1\nSFX S 0 s .\n', "3\nminister/S\nLondon\ndon't\n")

test('it knows words, their forms, and an apostrophe of either kind', () => {
  expect(
    ['minister', 'ministers', 'Minister', 'London', 'don’t', "don't"].map((word) => spell.knows(word)),
  ).toEqual([true, true, true, true, true, true])
  expect(['minster', 'london'].map((word) => spell.knows(word))).toEqual([false, false])
})

test('it finds what is near, but not of what is too long to be a word', () => {
  expect(spell.near('minster')).toContain('minister')
  expect(spell.near('m'.repeat(500))).toEqual([])
})

test('none knows nothing', () => {
  expect([NO_DICTIONARY.knows('minister'), NO_DICTIONARY.near('minster')]).toEqual([false, []])
})
