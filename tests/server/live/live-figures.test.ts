import { expect, test } from 'vitest'
import { LiveCounts } from '../../../src/server/live/live-figures.ts'

test('counts how long storing took, each bound with all that were quicker', () => {
  const counts = new LiveCounts()
  for (const seconds of [0.001, 0.005, 0.02, 0.3, 4]) counts.tookToStore(seconds)
  counts.stored += 7
  const figures = counts.figures({ sockets: 1, connections: 2, documents: 3 })
  expect(figures).toMatchObject({ sockets: 1, connections: 2, documents: 3, stored: 7, refused: 0 })
  expect(figures.storing).toEqual({
    count: 5,
    sum: expect.closeTo(4.326),
    within5Ms: 2,
    within25Ms: 3,
    within100Ms: 3,
    within500Ms: 4,
    within2500Ms: 4,
  })
})
