import { expect, it } from 'vitest'
import { isPassive } from '../../src/language/passive.ts'

it.each([
  ['The law was approved on Tuesday.', true],
  ['It has been quietly dropped.', true],
  ['Three men were shot.', true],
  ['The plan will be sent to parliament.', true],
  ['He got hurt.', true],
  ['The minister approved the law.', false],
  ['She is tired.', false],
  ['They are interested in it.', false],
  ['He is a doctor.', false],
  ['It was red.', false],
  ['We need it.', false],
])('%s', (sentence, passive) => {
  expect(isPassive(sentence)).toBe(passive)
})
