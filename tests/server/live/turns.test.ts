import { expect, test } from 'vitest'
import { Turns } from '../../../src/server/live/turns.ts'

test('does no more than so many at once, in the order in which they came, also when one fails', async () => {
  const turns = new Turns(2)
  const begun: number[] = []
  const ends: ((how: 'done' | 'failed') => void)[] = []
  const jobs = [0, 1, 2, 3, 4].map((at) =>
    turns.take(
      () =>
        new Promise<number>((resolve, reject) => {
          begun.push(at)
          ends[at] = (how) => (how === 'done' ? resolve(at) : reject(new Error(`${at} failed`)))
        }),
    ),
  )
  await Promise.resolve()
  expect(begun).toEqual([0, 1])
  ends[1]?.('failed')
  await expect(jobs[1]).rejects.toThrow('1 failed')
  expect(begun).toEqual([0, 1, 2])
  ends[0]?.('done')
  await jobs[0]
  ends[2]?.('done')
  await jobs[2]
  expect(begun).toEqual([0, 1, 2, 3, 4])
  ends[3]?.('done')
  ends[4]?.('done')
  expect(await Promise.all([jobs[0], jobs[2], jobs[3], jobs[4]])).toEqual([0, 2, 3, 4])
  expect(await turns.take(async () => 'free again')).toBe('free again')
})
