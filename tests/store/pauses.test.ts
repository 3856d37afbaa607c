import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Pauses } from '../../src/store/pauses.ts'

let pauses: Pauses
let done: string[]
beforeEach(() => {
  vi.useFakeTimers()
  pauses = new Pauses()
  done = []
})
afterEach(() => {
  vi.useRealTimers()
})

const ask = (name: string): (() => void) => pauses.later(() => done.push(name))

/** Types a key every 100 ms for so long. */
function type(milliseconds: number): void {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    pauses.typed()
    vi.advanceTimersByTime(100)
  }
}

test('where nobody types it is done soon', () => {
  ask('count')
  vi.advanceTimersByTime(199)
  expect(done).toEqual([])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['count'])
})

test('while somebody types it waits, and is done once they make a pause', () => {
  ask('count')
  type(3000)
  expect(done).toEqual([])
  vi.advanceTimersByTime(599)
  expect(done).toEqual([])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['count'])
})

test('what is asked for just after a key waits for the pause too', () => {
  pauses.typed()
  ask('count')
  vi.advanceTimersByTime(699)
  expect(done).toEqual([])
  vi.advanceTimersByTime(1)
  expect(done).toEqual(['count'])
})

test('of whoever types on and on it does not wait for ever', () => {
  ask('count')
  type(4900)
  expect(done).toEqual([])
  type(100)
  expect(done).toEqual(['count'])
})

test('it is done once', () => {
  ask('count')
  type(20_000)
  expect(done).toEqual(['count'])
})

test('what was taken back is not done, before a first look or after it', () => {
  const early = ask('early')
  const late = ask('late')
  ask('other')
  early()
  type(1000)
  late()
  vi.advanceTimersByTime(10_000)
  expect(done).toEqual(['other'])
})
