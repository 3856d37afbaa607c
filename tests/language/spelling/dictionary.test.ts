import { readFileSync } from 'node:fs'
import nspell from 'nspell'
import { describe, expect, test } from 'vitest'
import { NO_DICTIONARY, openDictionary } from '../../../src/language/spelling/dictionary.ts'
import { MISSPELLINGS } from './misspellings.ts'

const STARTS = ['', 'un', 're', 'dis', 'in']
const ENDS = ['s', "'s", '’s', 'ed', 'd', 'ing', 'ly', 'er', 'iest', 'ness', 'ment', 'ions']
const OTHERS = ['', ' ', '1', '21st', '23th', 'co2', 'constructor', '__proto__', 'a/S']
const AFFIXES = 'SFX S Y 1\nSFX S 0 s .\n'
const spell = openDictionary(AFFIXES, "3\nminister/S\nLondon\ndon't\n")

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

test('it says the same of a word however many others it was asked for', () => {
  const known = (): readonly boolean[] => ['ministers', 'minsters'].map((word) => spell.knows(word))
  expect(known()).toEqual([true, false])
  const letters = 'abcdefghijklmnopqrstuvwxyzåäö'.split('')
  const others = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `q${a}${b}${c}`)))
  expect(others.filter((word) => spell.knows(word))).toEqual([])
  expect([others.length > 20_000, known()]).toEqual([true, [true, false]])
})

test('what is no dictionary can’t be opened', () => {
  expect(() => openDictionary('', '')).toThrow('Missing `aff` in dictionary')
})

test('none knows nothing', () => {
  expect([NO_DICTIONARY.knows('minister'), NO_DICTIONARY.near('minster')]).toEqual([false, []])
})

describe.each(['dictionary-en-gb', 'dictionary-en'])('of the words of %s', (name) => {
  const [affixes, words] = ['aff', 'dic'].map((end) =>
    readFileSync(new URL(`../../../node_modules/${name}/index.${end}`, import.meta.url), 'utf8'),
  )
  const whole = nspell(affixes ?? '', words ?? '')
  const inParts = openDictionary(affixes ?? '', words ?? '')

  test('it says the same as nspell, which reads all of them first', () => {
    const stems = (words ?? '').split('\n').map((line) => line.replace(/\/.*/, ''))
    const some = stems.filter((_, index) => index % 41 === 0)
    const asked = some
      .flatMap((stem) =>
        [
          stem.toUpperCase(),
          stem.toLowerCase(),
          stem.slice(1),
          `re${stem.replace(/e$/, '')}ing`,
          `${stem}y`.replace(/yy$/, 'ies'),
        ].concat(
          ENDS.map((end) => stem + end),
          STARTS.map((start) => start + stem),
        ),
      )
      .concat(MISSPELLINGS.flat(), OTHERS)
    expect(asked.filter((word) => inParts.knows(word) !== whole.correct(word))).toEqual([])
  })

  test('and finds the same near them', () => {
    for (const [wrong] of MISSPELLINGS.slice(0, 5)) expect(inParts.near(wrong)).toEqual(whole.suggest(wrong))
  })
})
