import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReportedFlag } from '../../../../src/domain/checks/check-report.ts'
import { lineOf, nextFlag, type Standpoint } from '../../../../src/screens/story/checks/next-flag.ts'
import { flagOf, inBody } from '../../../domain/checks/flags.ts'

const inText = (text: 'headline' | 'dek' | `caption:${string}`, from: number): ReportedFlag['range'] => ({
  place: { to: 'text', text, block: 0 },
  from,
  to: from + 3,
})
const at = (id: string, range: ReportedFlag['range']): ReportedFlag => flagOf({ id, range })

/** In reading order: a caption stands in the middle of the body, and nothing is flagged in the dek. */
const FLAGS = [
  at('h1', inText('headline', 0)),
  at('h2', inText('headline', 9)),
  at('alt', { place: { to: 'field', field: 'photo:a:alt' }, from: 4, to: 7 }),
  at('b1', inBody(0, 5, 8)),
  at('c1', inText('caption:b', 2)),
  at('b2', inBody(2, 5, 8)),
  at('b3', inBody(2, 20, 23)),
]

const nowhere: Standpoint = { at: 'nowhere' }
const looking = (id: string): Standpoint => ({ at: 'flag', id })
/** A caret in a text, by the flags before it and the one that is selected. */
const caret = (line: string, before: readonly string[], here = ''): Standpoint => ({
  at: 'line',
  line,
  side: ({ id }) => (id === here ? 'here' : before.includes(id) ? 'before' : 'behind'),
})

const CASES: readonly (readonly [name: string, from: Standpoint, next: string, previous: string])[] = [
  ['nowhere', nowhere, 'h1', 'b3'],
  ['at a flag', looking('alt'), 'b1', 'h2'],
  ['at the last flag', looking('b3'), 'h1', 'b2'],
  ['at the first flag', looking('h1'), 'h2', 'b3'],
  ['at a flag that is gone', looking('gone'), 'h1', 'b3'],
  ['at the start of the headline', caret('headline', []), 'h1', 'b3'],
  ['between two flags of the headline', caret('headline', ['h1']), 'h2', 'h1'],
  ['at the end of the headline', caret('headline', ['h1', 'h2']), 'alt', 'h2'],
  ['with a flag of the headline selected', caret('headline', ['h1'], 'h2'), 'alt', 'h1'],
  ['at the start of the body', caret('body', []), 'b1', 'alt'],
  ['in the body behind a flag, where a caption comes next', caret('body', ['b1']), 'c1', 'c1'],
  ['between two flags of the body', caret('body', ['b1', 'b2']), 'b3', 'b2'],
  ['at the end of the body', caret('body', ['b1', 'b2', 'b3']), 'h1', 'b3'],
  ['in the dek, where nothing is flagged', caret('dek', []), 'alt', 'h2'],
  ['in the byline, where nothing is flagged', caret('author:x:name', []), 'alt', 'h2'],
  ['in a caption, where nothing is flagged', caret('caption:none', []), 'b1', 'h2'],
  ['before a flag of a plain field', caret('photo:a:alt', []), 'alt', 'h2'],
  ['at a flag of a plain field', caret('photo:a:alt', [], 'alt'), 'b1', 'h2'],
]

describe.each(CASES)('somebody %s', (_name, from, next, previous) => {
  test(`goes on to ${next}, and back to ${previous}`, () => {
    expect(FLAGS[nextFlag(FLAGS, from, 'next')]?.id).toBe(next)
    expect(FLAGS[nextFlag(FLAGS, from, 'previous')]?.id).toBe(previous)
  })
})

test('where nothing is flagged there is no way', () => {
  expect(nextFlag([], nowhere, 'next')).toBe(-1)
  expect(nextFlag([], caret('body', []), 'previous')).toBe(-1)
})

test('flags that can’t be found in their text are gone past', () => {
  const lost: Standpoint = { at: 'line', line: 'body', side: () => null }
  expect(FLAGS[nextFlag(FLAGS, lost, 'next')]?.id).toBe('h1')
})

test('whoever goes on gets to each flag once, and comes round; and back goes the same way', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(), (count, start) => {
      const flags = Array.from({ length: count }, (_, index) => at(`f${index}`, inBody(index, 0, 3)))
      let now = start % count
      const seen = new Set<number>()
      for (let k = 0; k < count; k++) {
        const next = nextFlag(flags, looking(`f${now}`), 'next')
        expect(nextFlag(flags, looking(`f${next}`), 'previous')).toBe(now)
        now = next
        seen.add(now)
      }
      expect(now).toBe(start % count)
      expect(seen.size).toBe(count)
    }),
  )
})

test('a line is a text or a field', () => {
  expect(FLAGS.slice(1, 5).map(({ range }) => lineOf(range.place))).toEqual([
    'headline',
    'photo:a:alt',
    'body',
    'caption:b',
  ])
})
