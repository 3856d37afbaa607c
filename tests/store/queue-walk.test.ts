import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BLANK_SUMMARY, FIRST_DESK, type StoryRecord } from '../../src/domain/story-record.ts'
import { BLANK_LIST, NO_WALK, PAGE_SIZE, type ListState, type Walk } from '../../src/store/desk-state.ts'
import { nextInQueue, walkTo } from '../../src/store/queue-walk.ts'

const record = (id: string): StoryRecord => ({
  id,
  deskId: FIRST_DESK,
  schema: 1,
  epoch: 1,
  status: 'submitted',
  reporters: [],
  claimant: null,
  embargo: null,
  published: null,
  hasSource: false,
  sequence: 1,
  createdAt: '2026-11-24T09:00:00Z',
  changedAt: '2026-11-24T09:00:00Z',
  summary: BLANK_SUMMARY,
})

function queue(ids: readonly string[], firstPage = 0): ListState {
  const pages: Record<number, readonly StoryRecord[]> = {}
  for (let index = 0; index < ids.length; index += PAGE_SIZE)
    pages[firstPage + index / PAGE_SIZE] = ids.slice(index, index + PAGE_SIZE).map(record)
  return { ...BLANK_LIST, status: 'ready', total: ids.length, pages }
}

/** Goes to `id` in the queue as it then is, and asks for the next in the queue as it has become. */
function after(id: string, before: readonly string[], now: readonly string[], walk: Walk = NO_WALK) {
  const next = walkTo({ list: queue(before), walk }, id)
  return nextInQueue({ list: queue(now), walk: next }, id)?.id ?? null
}

describe('the next story of a queue', () => {
  test.each([
    ['is the one below', 'b', ['a', 'b', 'c'], ['a', 'b', 'c'], 'c'],
    ['is the one that took its place, when it left', 'b', ['a', 'b', 'c'], ['a', 'c'], 'c'],
    ['is the one below its old place, when it went to the top', 'b', ['a', 'b', 'c'], ['b', 'a', 'c'], 'c'],
    ['is the first one, from the last', 'c', ['a', 'b', 'c'], ['a', 'b', 'c'], 'a'],
    ['is the first one, when the last left', 'c', ['a', 'b', 'c'], ['a', 'b'], 'a'],
    ['is one that came meanwhile', 'a', ['a'], ['new', 'a'], 'new'],
    ['is none where there is no other', 'a', ['a'], ['a'], null],
    ['is none in an empty queue', 'a', ['a'], [], null],
    ['is the first one, after a story that was never in it', 'x', ['a', 'b'], ['a', 'b'], 'a'],
    ['is the one below, when the queue was not loaded at first', 'b', [], ['a', 'b', 'c'], 'c'],
  ] as const)('%s', (_what, id, before, now, expected) => {
    expect(after(id, before, now)).toBe(expected)
  })

  test('is looked for past the first page, by its place in the whole queue', () => {
    const ids = Array.from({ length: PAGE_SIZE + 2 }, (_, index) => `${index}`)
    expect(after(`${PAGE_SIZE - 1}`, ids, ids)).toBe(`${PAGE_SIZE}`)
    const list = queue(['x', 'y'], 7)
    const walk = walkTo({ list, walk: NO_WALK }, 'x')
    expect(walk.place).toBe(7 * PAGE_SIZE)
    expect(nextInQueue({ list, walk }, 'x')?.id).toBe('y')
  })

  test('begins anew from the desk', () => {
    const list = queue(['a', 'b'])
    const walk = walkTo({ list, walk: walkTo({ list, walk: NO_WALK }, 'a') }, 'b')
    expect(walk).toEqual({ place: 1, seen: ['a', 'b'] })
    expect(walkTo({ list, walk }, 'b').seen).toEqual(['a', 'b'])
    expect(walkTo({ list, walk }, null)).toBe(NO_WALK)
  })
})

test('however a queue changes under a walk, each story that stays in it is shown once', () => {
  const step = fc.record({ kind: fc.constantFrom('stays', 'leaves', 'goes up'), comes: fc.boolean() })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.nat(7),
      fc.array(step, { maxLength: 20 }),
      (size, at, steps) => {
        let ids = Array.from({ length: size }, (_, index) => `s${index}`)
        const all = new Set(ids)
        let here: string | null = ids[at % size] ?? null
        let walk = NO_WALK
        const shown: string[] = []
        for (let count = 0; here !== null; count++) {
          shown.push(here)
          walk = walkTo({ list: queue(ids), walk }, here)
          const change = steps[count]
          const id: string = here
          if (change?.kind === 'leaves') ids = ids.filter((other) => other !== id)
          if (change?.kind === 'goes up') ids = [id, ...ids.filter((other) => other !== id)]
          if (change?.comes) {
            ids = [`new${count}`, ...ids]
            all.add(`new${count}`)
          }
          here = nextInQueue({ list: queue(ids), walk }, here)?.id ?? null
        }
        expect(new Set(shown).size).toBe(shown.length)
        expect(new Set(shown)).toEqual(all)
      },
    ),
  )
})
