import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { readBlocks } from '../../src/domain/linear-text.ts'
import { placeBlocks } from '../../src/domain/place-blocks.ts'
import { textRuns } from '../../src/domain/text-runs.ts'
import { bodyOf, head } from './documents.ts'

const write = (of: Y.Map<unknown>, name: string, value: string | null): void => {
  if (value === null) of.delete(name)
  else of.set(name, value)
}

const shown = (text: Y.Text): string =>
  readBlocks(text)
    .map((block) =>
      'spans' in block ? block.spans.map((span) => ('text' in span ? span.text : '')).join('') : '-',
    )
    .join(' ')

const five = () =>
  bodyOf(...['a', 'b', 'c', 'd', 'e'].flatMap((words) => [[head()] as const, [words] as const]))

/** Places the blocks with these words in this order. */
function place(text: Y.Text, order: string, moved = ''): number {
  const runs = textRuns(text)
  const idOf = (words: string) => {
    const run = runs.find(({ inline: [part] }) => part && 'text' in part && part.text === words)
    return run ? [run.id] : []
  }
  let written = 0
  text.doc?.transact(() => {
    placeBlocks(text, order.split(' ').flatMap(idOf), moved.split(' ').flatMap(idOf), (...all) => {
      written += 1
      write(...all)
    })
  })
  return written
}

describe('places make blocks show in an order', () => {
  it.each<readonly [string, string, string, number, string]>([
    ['as they lie: nothing to write', 'a b c d e', 'a b c d e', 0, ''],
    ['the last one first', 'e a b c d', 'e a b c d', 1, ''],
    ['the first one last', 'b c d e a', 'b c d e a', 1, 'a'],
    ['two changed over', 'a c b d e', 'a c b d e', 1, ''],
    ['one that isn’t named comes after the one that it lies behind', 'c a d e', 'c a b d e', 1, ''],
    ['none named', '', 'a b c d e', 0, ''],
  ])('%s', (_, order, expected, written, moved) => {
    const text = five()
    expect([place(text, order, moved), shown(text)]).toEqual([written, expected])
  })

  it('backwards, and again as they lay', () => {
    const text = five()
    place(text, 'e d c b a')
    expect(shown(text)).toBe('e d c b a')
    place(text, 'a b c d e')
    expect(shown(text)).toBe('a b c d e')
  })

  it('a moved one gets a place, even where it lies', () => {
    const text = five()
    expect([place(text, 'a b c d e', 'c'), shown(text)]).toEqual([1, 'a b c d e'])
  })

  it('one order after the other: each shows, and runs without a start stay behind what they lie behind', () => {
    const orders = fc.array(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(orders, (all) => {
        const text = five()
        for (const order of all) {
          place(text, order.join(' '))
          expect(shown(text)).toBe(order.join(' '))
        }
      }),
    )
  })

  it('ids that it doesn’t know are left out', () => {
    const text = five()
    text.doc?.transact(() => placeBlocks(text, [[9, 9]], [[9, 9]], write))
    expect(shown(text)).toBe('a b c d e')
  })
})
