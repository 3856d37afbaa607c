import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readBlocks } from '../../src/domain/linear-text.ts'
import type { Going } from '../../src/domain/remove-units.ts'
import { remove, removeFromBody, removeWhere } from '../../src/domain/remove-units.ts'
import type { UnitId } from '../../src/domain/yjs-items.ts'
import { bodyOf, head } from './documents.ts'

/** The text with "¶" for a head and "■" for an atom. */
const signs = (text: Y.Text): string =>
  (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) =>
      typeof insert === 'string' ? insert : insert instanceof Y.Map && insert.has('atom') ? '■' : '¶',
    )
    .join('')

/** Everything that "x" stands under goes. */
const under = (pattern: string): readonly Going[] =>
  pattern.split('').map((sign) => ({ length: 1, gone: sign === 'x' }))

const blocks = (text: Y.Text): readonly string[] =>
  readBlocks(text).map((block) =>
    'spans' in block
      ? `${block.kind}: ${block.spans.map((span) => ('text' in span ? span.text : '')).join('')}`
      : block.kind,
  )

const placed = (after: UnitId | 'top') =>
  head({ kind: 'paragraph', place: JSON.stringify({ after, rank: 1 }) })

describe('units that go', () => {
  it.each<readonly [string, string, string]>([
    ['none', '       ', '¶abcdef'],
    ['one', '   x   ', '¶abdef'],
    ['at both ends', 'x     x', 'abcde'],
    ['all', 'xxxxxxx', ''],
    ['every other', ' x x x ', '¶bdf'],
    ['said in fewer than there are', ' xx', '¶cdef'],
  ])('%s', (_, pattern, left) => {
    const text = bodyOf([head()], ['abcdef'])
    removeWhere(text, under(pattern))
    expect(signs(text)).toBe(left)
  })

  it('whatever goes, the rest stays with its formats, as if each had gone by itself', () => {
    const rows = fc.array(fc.tuple(fc.constantFrom('ab', 'cde', '■'), fc.boolean(), fc.boolean()), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(rows, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (parts, gone) => {
        const make = () =>
          bodyOf(
            ...parts.map(
              ([words, bold, link]) =>
                [
                  words === '■' ? head({ atom: 'rule' }) : words,
                  words === '■'
                    ? {}
                    : { ...(bold ? { bold: true } : {}), ...(link ? { link: 'https://x.test' } : {}) },
                ] as const,
            ),
          )
        const [text, other] = [make(), make()]
        text.doc?.transact(() =>
          removeWhere(
            text,
            gone.slice(0, text.length).map((each) => ({ length: 1, gone: each })),
          ),
        )
        for (let at = other.length - 1; at >= 0; at--) if (gone[at] === true) remove(other, at, 1)
        const rowsOf = (of: Y.Text) =>
          (of.toDelta() as { insert: unknown; attributes?: object }[]).flatMap(({ insert, attributes }) =>
            Array.from(
              typeof insert === 'string' ? insert : '■',
              (sign) => `${sign}${JSON.stringify(Object.keys(attributes ?? {}).sort())}`,
            ),
          )
        expect(rowsOf(text)).toEqual(rowsOf(other))
      }),
    )
  })

  it('take no closing marker of a format with them', () => {
    const text = bodyOf(['bold', { bold: true }], ['plain'], ['more'])
    remove(text, 4, 5)
    text.insert(8, '!', {})
    expect(text.toDelta()).toEqual([{ insert: 'bold', attributes: { bold: true } }, { insert: 'more!' }])
    remove(text, 0, 4)
    expect(text.toDelta()).toEqual([{ insert: 'more!' }])
  })
})

describe('from a body', () => {
  it.each<readonly [string, Y.Text, string, readonly string[]]>([
    ['words', bodyOf([head()], ['abc']), ' x', ['paragraph: bc']],
    [
      'a start: the block continues the one before it',
      bodyOf([head()], ['abc'], [head({ kind: 'quote' })], ['def']),
      '    x',
      ['paragraph: abcdef'],
    ],
    [
      'a start and all its words',
      bodyOf([head()], ['abc'], [head({ kind: 'quote' })], ['def']),
      '    xxxx',
      ['paragraph: abc'],
    ],
    [
      'the first start: its words stand on their own',
      bodyOf([head({ kind: 'quote' })], ['abc']),
      'x',
      ['paragraph: abc'],
    ],
    [
      'a start behind a picture',
      bodyOf([head()], ['ab'], [head({ atom: 'rule' })], [head()], ['cd']),
      '    x',
      ['paragraph: ab', 'rule', 'paragraph: cd'],
    ],
    [
      'a picture between two blocks',
      bodyOf([head()], ['ab'], [head({ atom: 'rule' })], [head()], ['cd']),
      '   x',
      ['paragraph: ab', 'paragraph: cd'],
    ],
    [
      'a block in between, and the start behind it',
      bodyOf([head()], ['ab'], [head()], ['cd'], [head()], ['ef']),
      '   xxxx',
      ['paragraph: abef'],
    ],
    ['everything', bodyOf([head()], ['ab']), 'xxx', []],
  ])('%s', (_, text, pattern, left) => {
    text.doc?.transact(() => removeFromBody(text, under(pattern)))
    expect(blocks(text)).toEqual(left)
  })

  it('a block that is shown behind another than it lies behind keeps a seam, and goes where that goes', () => {
    const last = bodyOf([head()], ['abc'], [head()], ['def'], [placed('top')], ['ghi'])
    expect(blocks(last)).toEqual(['paragraph: ghi', 'paragraph: abc', 'paragraph: def'])
    const told: unknown[] = []
    last.doc?.transact(() =>
      removeFromBody(last, under('x'), (seam, remains) => told.push([seam, remains.length])),
    )
    expect(blocks(last)).toEqual(['paragraph: ghiabc', 'paragraph: def'])
    expect(told).toEqual([[[1, 0], 3]])
  })

  it('with a seam in it, blocks that move still go together', () => {
    const text = bodyOf([head()], ['abc'], [head()], ['def'], [placed('top')], ['ghi'])
    text.doc?.transact(() => removeFromBody(text, under('x')))
    // "ghi", which "abc" continues, is moved behind "def".
    const moved = (text.toDelta() as { insert: unknown }[]).flatMap(({ insert }) =>
      insert instanceof Y.Map && insert.get('kind') === 'paragraph' ? [insert as Y.Map<unknown>] : [],
    )
    moved.at(-1)?.set('place', JSON.stringify({ after: [1, 4 + 2], rank: 9 }))
    expect(blocks(text).join()).toContain('ghiabc')
  })

  it('whatever goes, all other words stay, in the order in which they are shown', () => {
    const row = fc.tuple(fc.constantFrom('block', 'atom'), fc.boolean(), fc.nat(5))
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
        (rows, gone) => {
          let letter = 0
          const heads = rows.flatMap(([what, moved, after]) => {
            const place = moved
              ? {
                  place: JSON.stringify({
                    after: after === 0 ? 'top' : [1, after * 4],
                    rank: after + letter,
                  }),
                }
              : {}
            if (what === 'atom') return [[head({ atom: 'rule', ...place })] as const]
            const words = Array.from({ length: 3 }, () => String.fromCharCode(97 + letter++)).join('')
            return [[head({ kind: 'paragraph', ...place })] as const, [words] as const]
          })
          const text = bodyOf(...heads)
          const before = blocks(text)
            .map((block) => block.replace('paragraph: ', ''))
            .filter((block) => block !== 'rule')
            .join('')
          const flags = gone.slice(0, text.length)
          const out = new Set(
            signs(text)
              .split('')
              .filter((_, k) => flags[k]),
          )
          text.doc?.transact(() =>
            removeFromBody(
              text,
              flags.map((each) => ({ length: 1, gone: each })),
            ),
          )
          const after = blocks(text)
            .map((block) => block.replace('paragraph: ', ''))
            .filter((block) => block !== 'rule')
            .join('')
          expect(after).toBe(
            before
              .split('')
              .filter((sign) => !out.has(sign))
              .join(''),
          )
        },
      ),
    )
  })
})
