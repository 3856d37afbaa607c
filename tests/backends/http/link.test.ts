import { expect, test } from 'vitest'
import { Link } from '../../../src/backends/http/link.ts'

test('tells how it stands, once for each difference, until nobody listens any more', () => {
  let now = { isUp: false, unsent: 0 }
  const link = new Link(
    () => now.isUp,
    () => now.unsent,
  )
  const told: unknown[] = []
  const leave = link.subscribe(() => told.push([link.isUp, link.unsent]))
  for (const next of [
    { isUp: true, unsent: 0 },
    { isUp: true, unsent: 0 },
    { isUp: true, unsent: 2 },
    { isUp: false, unsent: 2 },
    { isUp: false, unsent: 2 },
  ]) {
    now = next
    link.changed()
  }
  expect(told).toEqual([
    [true, 0],
    [true, 2],
    [false, 2],
  ])
  leave()
  now = { isUp: true, unsent: 0 }
  link.changed()
  expect(told).toHaveLength(3)
})
