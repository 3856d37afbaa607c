import { expect, test } from 'vitest'
import { latePart } from '../../src/store/late-part.ts'

test('a part is loaded once, with the first that is asked of it', async () => {
  let loads = 0
  const said: string[] = []
  const part = latePart(
    () => Promise.resolve({ say: (word: string) => void said.push(word), number: (loads += 1) }),
    () => said.push('missing'),
  )
  expect([loads, part.loaded()]).toEqual([0, null])
  await Promise.all([part.use(({ say }) => say('one')), part.use(({ say }) => say('two'))])
  await part.use(({ say }) => say('three'))
  expect([loads, part.loaded()?.number, said]).toEqual([1, 1, ['one', 'two', 'three']])
})

test('one that could not be loaded is said to be missing, and loaded with the next thing', async () => {
  let isThere = false
  const said: string[] = []
  const part = latePart(
    () => (isThere ? Promise.resolve('part') : Promise.reject(new Error('no network'))),
    () => said.push('missing'),
  )
  await part.use((name) => void said.push(name))
  isThere = true
  await part.use((name) => void said.push(name))
  expect(said).toEqual(['missing', 'part'])
})

test('what fails in the part itself is no part that is missing', async () => {
  const said: string[] = []
  const part = latePart(
    () => Promise.resolve('part'),
    () => said.push('missing'),
  )
  await expect(part.use(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
  expect(said).toEqual([])
})
