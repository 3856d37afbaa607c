import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { IdRange } from '../../../src/domain/suggestions/id-ranges.ts'
import { idsIn } from '../../../src/domain/suggestions/id-ranges.ts'
import { Origins } from '../../../src/domain/suggestions/origins.ts'
import { allRanges, readStandIns } from '../../../src/domain/threads/stand-ins.ts'
import { docOf } from '../documents.ts'

function standIns(rows: Readonly<Record<string, unknown>>) {
  const doc = docOf(1)
  for (const [key, value] of Object.entries(rows)) doc.getMap('origins').set(key, value)
  return readStandIns(doc)
}

test('only facts about stand-ins are read, and none of a wrong shape', () => {
  const rows = {
    '2:5=': [1, 0, 3],
    '2:9': { s: 'x' },
    's:x': { by: 'kit', at: '' },
    '2:20=': 'words',
    '2:21=': [1, 0],
    '2:22=': [1, -1, 2],
    '2:23=': [1, 0, 'x'],
    'x:1=': [1, 0, 1],
  }
  expect(standIns(rows)).toEqual([{ made: [2, 5, 3], first: [1, 0] }])
})

test('all ids of a canonical one lead back to it, as the suggestions see it', () => {
  const fact = fc.record({
    client: fc.integer({ min: 2, max: 4 }),
    first: fc.nat(12),
    length: fc.integer({ min: 1, max: 5 }),
  })
  fc.assert(
    fc.property(
      fc.array(fact, { maxLength: 6 }),
      fc.nat(12),
      fc.integer({ min: 1, max: 6 }),
      (facts, clock, length) => {
        const doc = docOf(1)
        const map = doc.getMap('origins')
        facts.forEach(({ client, first, length: many }, index) =>
          map.set(`${client}:${index * 10}=`, [1, first, many]),
        )
        const found = readStandIns(doc)
        const origins = new Origins(map)
        const ids: IdRange = [1, clock, length]
        const canonical = new Set([...idsIn([ids])].map(String))
        const all = new Set([...idsIn(allRanges(found, [ids]))].map(String))
        for (const client of [1, 2, 3, 4]) {
          for (let each = 0; each < 80; each++) {
            const goesBy = String(origins.canonical([client, each]))
            expect(all.has(`${client},${each}`)).toBe(canonical.has(goesBy))
          }
        }
      },
    ),
    { numRuns: 60 },
  )
})
