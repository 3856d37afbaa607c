import type { Node } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import type { Unit } from '../../../src/editor/binding/units.ts'
import { fieldsOf, isLine, sameContent, unitsBetween } from '../../../src/editor/binding/units.ts'
import { bodySchema, lineSchema, stateOf } from '../documents.ts'

/** '¶' is a block's start, '~' a seam, '■' an atom, '□' an embed, anything else a code unit. */
const sign = (unit: Unit): string => {
  if ('char' in unit) return unit.char
  if ('embed' in unit) return '□'
  return unit.head === 'atom' ? '■' : unit.inline ? '~' : '¶'
}
const signs = (units: readonly Unit[]): string => units.map(sign).join('')

const doc = stateOf(['ab', '', '---', '## c⏎d']).doc

describe('the units between two positions', () => {
  it.each([
    ['all', 0, 14, '¶ab¶■¶c□d'],
    ['nothing', 3, 3, ''],
    ['the start alone', 0, 1, '¶'],
    ['from within the first block', 1, 3, 'ab'],
    ['the closing of a block is none', 3, 4, ''],
    ['from the end of one over an empty block', 3, 6, '¶'],
    ['only the rule', 6, 7, '■'],
    ['around the rule', 5, 8, '■¶'],
    ['to the middle of the last', 7, 10, '¶c□'],
    ['past a break', 10, 12, 'd'],
  ])('%s', (_, from, to, expected) => {
    expect(signs(unitsBetween(doc, from, to))).toBe(expected)
  })

  it('counts both halves of an emoji, and cuts where it is told to', () => {
    const emoji = stateOf(['a\u{1F600}b']).doc
    expect(unitsBetween(emoji, 1, 5).map(sign)).toEqual(['a', '\uD83D', '\uDE00', 'b'])
    expect(unitsBetween(emoji, 3, 5).map(sign)).toEqual(['\uDE00', 'b'])
  })

  it('reads right-to-left words in the order in which they are stored', () => {
    expect(signs(unitsBetween(stateOf(['שלום abc']).doc, 0, 7))).toBe('¶שלום a')
  })

  it('gives a block without a start none, unless it was just made', () => {
    const state = stateOf(['ab'])
    const headless = state.tr.setNodeAttribute(0, 'implicit', true).doc
    expect(signs(unitsBetween(headless, 0, 4))).toBe('ab')
    expect(signs(unitsBetween(headless, 0, 4, true))).toBe('¶ab')
  })

  it('gives a line none at all', () => {
    const line = stateOf(['ab'], lineSchema).doc
    expect([isLine(line), isLine(doc)]).toEqual([true, false])
    expect(signs(unitsBetween(line, 0, 4, true))).toBe('ab')
  })

  it('tells a seam from the start of a block', () => {
    const seam = bodySchema.node('seam', { extra: { by: 'x' } })
    const block = bodySchema.node('block', null, [bodySchema.text('a'), seam, bodySchema.text('b')])
    const units = unitsBetween(bodySchema.topNodeType.create(null, block), 0, 5)
    expect(signs(units)).toBe('¶a~b')
    expect(units[2]).toEqual({ head: 'start', fields: { by: 'x', kind: 'seam' }, inline: true })
  })

  it('lets characters of one format share their attributes, so that they compare at once', () => {
    const state = stateOf(['abcd'])
    const [, a, b, c] = unitsBetween(state.tr.addMark(1, 3, state.schema.mark('bold')).doc, 0, 6)
    expect(a && 'attributes' in a && a.attributes).toEqual({ bold: true })
    expect(a && b && 'attributes' in a && 'attributes' in b && a.attributes === b.attributes).toBe(true)
    expect(c && 'attributes' in c && c.attributes).toEqual({})
  })
})

const FIELDS: readonly (readonly [string, Node, object])[] = [
  ['a paragraph', bodySchema.node('block'), { kind: 'paragraph' }],
  ['a nested item', bodySchema.node('block', { kind: 'bullet', level: 2 }), { kind: 'bullet', level: 2 }],
  ['an item at the outermost level', bodySchema.node('block', { kind: 'number' }), { kind: 'number' }],
  [
    'a block with keys of a newer Stet',
    bodySchema.node('block', { kind: 'quote', extra: { by: 'x', kind: 'evil' } }),
    { by: 'x', kind: 'quote' },
  ],
  ['a picture', bodySchema.node('picture', { photo: 'p1' }), { atom: 'picture', photo: 'p1' }],
  ['a rule', bodySchema.node('rule', { extra: { wide: true } }), { atom: 'rule', wide: true }],
  [
    'a block of a newer Stet',
    bodySchema.node('unknownBlock', { raw: { atom: 'poll', options: [1, 2] } }),
    { atom: 'poll', options: [1, 2] },
  ],
  ['one that says nothing of itself', bodySchema.node('unknownBlock'), { atom: 'unknown' }],
]

it.each(FIELDS)('the head of %s', (_, node, expected) => {
  expect(fieldsOf(node)).toEqual(expected)
})

const char = (value: string, attributes = {}): Unit => ({ char: value, attributes })
const start = (kind: string): Unit => ({ head: 'start', fields: { kind } })
const atom = (name: string, photo = ''): Unit => ({ head: 'atom', fields: { atom: name, photo } })

it.each<readonly [string, Unit, Unit, boolean]>([
  ['a letter in another format', char('a'), char('a', { bold: true }), true],
  ['two letters', char('a'), char('b'), false],
  ['starts of any kind', start('quote'), start('paragraph'), true],
  ['a start and an atom', start('quote'), atom('rule'), false],
  ['two pictures', atom('picture', 'a'), atom('picture', 'b'), true],
  ['a picture and a rule', atom('picture'), atom('rule'), false],
  [
    'equal embeds',
    { embed: { br: 1, x: [1] }, attributes: {} },
    { embed: { x: [1], br: 1 }, attributes: {} },
    true,
  ],
  ['other embeds', { embed: { br: 1 }, attributes: {} }, { embed: { br: 2 }, attributes: {} }, false],
  ['an embed and a letter', { embed: 'a', attributes: {} }, char('a'), false],
])('%s: the same content?', (_, a, b, expected) => {
  expect(sameContent(a, b)).toBe(expected)
  expect(sameContent(b, a)).toBe(expected)
})
