import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { TOP } from '../../src/domain/block-order.ts'
import { readBlocks } from '../../src/domain/linear-text.ts'
import { spansText } from '../../src/domain/story-content.ts'
import {
  displayOrder,
  layoutOf,
  PLACE,
  placedRuns,
  placeJson,
  readPlace,
} from '../../src/domain/text-layout.ts'
import { textRuns } from '../../src/domain/text-runs.ts'
import { idAt, type UnitId } from '../../src/domain/yjs-items.ts'
import { bodyOf, copyOf, docOf, head, meet } from './documents.ts'

/** A body of paragraphs, each one letter: unit 2n is the head of the nth, unit 2n + 1 its letter. */
const letters = (words: string): Y.Text =>
  bodyOf(...Array.from(words).flatMap((letter) => [[head()], [letter]] as const))

/** Puts the nth run behind the unit with that id, or at the top. */
function put(text: Y.Text, run: number, after: UnitId | 'top', rank = 1): void {
  textRuns(text)[run]?.head?.set(PLACE, placeJson({ after, rank }))
}

function idsOf(text: Y.Text): readonly UnitId[] {
  return textRuns(text).map(({ id }) => id)
}

const shown = (text: Y.Text): string =>
  readBlocks(text)
    .map((block) => ('spans' in block ? spansText(block.spans) : '-'))
    .join('')

const idOf = (text: Y.Text, run: number): UnitId => idsOf(text)[run] ?? [0, 0]

describe('places', () => {
  test('a text without any lies as it was written, and waits for nothing', () => {
    const text = letters('abc')
    expect(layoutOf(text, textRuns(text))).toEqual({ order: [0, 1, 2], waiting: false })
  })

  const moves: readonly [string, (text: Y.Text) => void, string][] = [
    ['behind the last', (text) => put(text, 0, idOf(text, 3)), 'bcda'],
    ['to the top', (text) => put(text, 2, 'top'), 'cabd'],
    ['two to the top: the newer first', (text) => (put(text, 2, 'top', 1), put(text, 3, 'top', 2)), 'dcab'],
    ['behind itself: nowhere', (text) => put(text, 1, idOf(text, 1)), 'abcd'],
    ['each behind the other', (text) => (put(text, 0, idOf(text, 1)), put(text, 1, idOf(text, 0))), 'abcd'],
    [
      'a circle of three, and one that hangs on it',
      (text) => {
        put(text, 0, idOf(text, 1))
        put(text, 1, idOf(text, 2))
        put(text, 2, idOf(text, 0))
        put(text, 3, idOf(text, 1))
      },
      'acbd',
    ],
    [
      'behind a letter: behind the block that it is in',
      (text) => put(text, 0, idAt(text, 5) ?? 'top'),
      'bcad',
    ],
  ]
  test.each(moves)('%s', (_what, move, order) => {
    const text = letters('abcd')
    move(text)
    expect(shown(text)).toBe(order)
  })

  test('behind what was deleted is behind where that stood', () => {
    const text = letters('abcd')
    put(text, 0, idOf(text, 2))
    text.delete(4, 2)
    expect(shown(text)).toBe('bad')
    text.delete(2, 2)
    expect(shown(text)).toBe('ad')
    expect(layoutOf(text, textRuns(text)).waiting).toBe(false)
  })

  test('behind what stood before all that is left is at the top', () => {
    const text = letters('abc')
    put(text, 2, idOf(text, 0))
    text.delete(0, 2)
    expect(placedRuns(text, textRuns(text))[1]?.place).toEqual({ after: TOP, rank: 1 })
    expect(shown(text)).toBe('cb')
  })

  test('behind what has not arrived is nowhere, until it does', () => {
    const here = letters('ab')
    const there = copyOf(here.doc ?? docOf(1), 2)
    const body = there.getText('body')
    body.insertEmbed(body.length, head(), {})
    body.insert(body.length, 'c', {})
    put(here, 0, idOf(body, 2))
    expect(layoutOf(here, textRuns(here))).toEqual({ order: [0, 1], waiting: true })
    meet(here.doc ?? docOf(1), there)
    expect(layoutOf(here, textRuns(here))).toEqual({ order: [1, 2, 0], waiting: false })
    expect(shown(body)).toBe(shown(here))
  })

  const strange: readonly unknown[] = [
    '',
    '{',
    '[]',
    '{"after":"bottom"}',
    '{"after":[1]}',
    '{"after":[1.5,0]}',
    7,
    null,
    true,
    ['top'],
  ]
  test.each(strange.map((value) => [value]))('%j is no place, and nothing waits for it', (value) => {
    const text = letters('ab')
    textRuns(text)[0]?.head?.set(PLACE, value)
    expect(layoutOf(text, textRuns(text))).toEqual({ order: [0, 1], waiting: false })
  })

  test('behind a unit of another text is nowhere', () => {
    const text = letters('ab')
    const elsewhere = text.doc?.getText('headline')
    elsewhere?.insert(0, 'x')
    put(text, 0, [1, 4])
    expect(shown(text)).toBe('ab')
  })
})

test('a place is read as it was written', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constant('top' as const), fc.tuple(fc.maxSafeNat(), fc.maxSafeNat())),
      fc.integer(),
      (after, rank) => {
        const text = bodyOf([head({ [PLACE]: placeJson({ after, rank }) })])
        expect(textRuns(text).map(readPlace)).toEqual([{ after, rank }])
      },
    ),
  )
})

const move = fc.record({
  run: fc.nat(5),
  after: fc.oneof(fc.nat(5), fc.constant('top' as const)),
  rank: fc.integer({ min: 0, max: 3 }),
  deleted: fc.option(fc.nat(11), { nil: null, freq: 3 }),
})

function perform(
  text: Y.Text,
  moves: readonly (typeof move extends fc.Arbitrary<infer M> ? M : never)[],
): void {
  const ids = idsOf(text)
  for (const { run, after, rank, deleted } of moves) {
    put(text, run, after === 'top' ? after : (ids[after] ?? 'top'), rank)
    if (deleted !== null && deleted < text.length) text.delete(deleted, 1)
  }
}

test('however two move and delete at once, nothing is lost or doubled, and both see one order', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 6 }), fc.array(move, { maxLength: 6 }), (mine, yours) => {
      const here = letters('abcdef')
      const there = copyOf(here.doc ?? docOf(1), 2).getText('body')
      perform(here, mine)
      perform(there, yours)
      meet(here.doc ?? docOf(1), there.doc ?? docOf(2))
      expect(shown(there)).toBe(shown(here))
      const runs = textRuns(here)
      expect(displayOrder(here, runs).toSorted((a, b) => a - b)).toEqual(runs.map((_, index) => index))
      const words = here.toDelta() as { insert: unknown }[]
      const left = words.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('')
      expect(Array.from(shown(here)).toSorted().join('')).toBe(Array.from(left).toSorted().join(''))
    }),
    { numRuns: 300 },
  )
})
