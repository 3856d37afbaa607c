import { expect, test } from 'vitest'
import { loadAgain } from '../../../src/backends/http/load-again.ts'

const PART = 'https://desk.example/assets/live-part-1a2b.js'

test('what came is what is given', async () => {
  const load = loadAgain(() => Promise.resolve('the part'))
  expect([await load(), await load()]).toEqual(['the part', 'the part'])
})

test('after each failure it is asked for at an address that was not asked for yet', async () => {
  const asked: string[] = []
  let isCut = true
  const fail = (address: string): Promise<never> =>
    Promise.reject(new TypeError(`Failed to fetch dynamically imported module: ${address}`))
  const load = loadAgain(
    () => fail(PART),
    (address) => {
      asked.push(address)
      return isCut ? fail(address) : Promise.resolve('the part')
    },
  )
  for (let time = 0; time < 3; time += 1) await expect(load()).rejects.toThrow(TypeError)
  isCut = false
  expect(await load()).toBe('the part')
  expect(asked).toEqual([`${PART}?again=1`, `${PART}?again=2`, `${PART}?again=3`])
})

test('where the failure names no address, the same is asked again', async () => {
  let times = 0
  const load = loadAgain(
    () =>
      ++times < 3
        ? Promise.reject(new TypeError('Importing a module script failed.'))
        : Promise.resolve(times),
    () => Promise.reject(new Error('another address')),
  )
  await expect(load()).rejects.toThrow('Importing')
  await expect(load()).rejects.toThrow('Importing')
  expect(await load()).toBe(3)
})
