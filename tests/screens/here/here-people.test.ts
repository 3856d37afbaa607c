import { expect, test } from 'vitest'
import type { Here } from '../../../src/backends/backend.ts'
import { named, othersIn, peopleAtWork, saidIn } from '../../../src/screens/here/here-people.ts'
import { IDA, JANE, KIT } from '../stage.tsx'

const HERE: readonly Here[] = [
  { person: IDA, story: 'a' },
  { person: IDA, story: 'b' },
  { person: JANE, story: null },
  { person: JANE, story: 'a' },
  { person: KIT, story: null },
]

test('others in a story are all who have it open but oneself', () => {
  expect(othersIn(HERE, 'a', JANE.id)).toEqual([IDA])
  expect(othersIn(HERE, 'a', KIT.id)).toEqual([IDA, JANE])
  expect(othersIn(HERE, 'c', KIT.id)).toEqual([])
})

test('everybody at work is there once, with all that they have open', () => {
  expect(peopleAtWork(HERE)).toEqual([
    { person: IDA, stories: ['a', 'b'] },
    { person: JANE, stories: ['a'] },
    { person: KIT, stories: [] },
  ])
})

test.each([
  [[IDA], 'Ida Berg', 'Ida Berg is in this story'],
  [[IDA, JANE], 'Ida Berg and Jane Doe', 'Ida Berg and Jane Doe are in this story'],
  [
    [IDA, JANE, KIT],
    'Ida Berg, Jane Doe and Kit Marsh',
    'Ida Berg, Jane Doe and Kit Marsh are in this story',
  ],
])('people are named as one says it', (people, names, said) => {
  expect([named(people), saidIn(people)]).toEqual([names, said])
})
