import { describe, expect, it } from 'vitest'
import { attributeChange, attributesOf, marksOf } from '../../../src/editor/binding/marks-attributes.ts'
import { bodySchema, lineSchema } from '../documents.ts'

const rows = (attributes: Readonly<Record<string, unknown>>): readonly string[] =>
  marksOf(bodySchema, attributes).map(({ type, attrs }) =>
    type.name === 'unknownMark'
      ? `?${String(attrs['name'])}=${JSON.stringify(attrs['value'])}`
      : `${type.name}${type.name === 'link' ? `=${String(attrs['href'])}` : ''}`,
  )

const CASES: readonly (readonly [Readonly<Record<string, unknown>>, readonly string[]])[] = [
  [{}, []],
  [{ bold: true }, ['bold']],
  [{ italic: true, bold: true, note: true }, ['note', 'bold', 'italic']],
  [{ bold: true, link: 'https://a.example' }, ['link=https://a.example', 'bold']],
  // What checkLink would refuse is carried all the same: drawing it without an address is the mark's business.
  [{ link: 'javascript:alert(1)' }, ['link=javascript:alert(1)']],
  [{ link: '' }, ['link=']],
  // Of a known name but not of a known value
  [{ bold: 'very' }, ['?bold="very"']],
  [{ bold: false }, ['?bold=false']],
  [{ link: 4 }, ['?link=4']],
  [{ link: { href: 'x' } }, ['?link={"href":"x"}']],
  // Of a newer Stet
  [{ zed: 1, alpha: [1, { b: null }] }, ['?alpha=[1,{"b":null}]', '?zed=1']],
  [{ strike: true, italic: true }, ['italic', '?strike=true']],
  [{ 'ключ 🗝': 'значение' }, ['?ключ 🗝="значение"']],
]

describe('attributes as marks', () => {
  it.each(CASES)('%j are %j', (attributes, expected) => {
    expect(rows(attributes)).toEqual(expected)
  })

  it.each(CASES)('%j come back the same', (attributes) => {
    expect(attributesOf(marksOf(bodySchema, attributes))).toEqual(attributes)
  })

  it('does not depend on the order in which they are set', () => {
    const one = marksOf(bodySchema, { x: 1, bold: true, a: 2 })
    const other = marksOf(bodySchema, { a: 2, x: 1, bold: true })
    expect(one.map((mark, index) => other[index]?.eq(mark))).toEqual([true, true, true])
  })

  it('is remembered for each schema apart', () => {
    const attributes = { bold: true }
    const [body] = marksOf(bodySchema, attributes)
    const [line] = marksOf(lineSchema, attributes)
    expect(marksOf(bodySchema, attributes)[0]).toBe(body)
    expect([body?.type.schema === bodySchema, line?.type.schema === lineSchema]).toEqual([true, true])
  })
})

it.each([
  [{}, {}, {}],
  [{}, { bold: true }, { bold: true }],
  [{ bold: true }, {}, { bold: null }],
  [
    { bold: true, italic: true },
    { italic: true, note: true },
    { bold: null, note: true },
  ],
  [{ link: 'a' }, { link: 'b' }, { link: 'b' }],
  [{ who: { id: 1, at: [2] } }, { who: { at: [2], id: 1 } }, {}],
  [{ who: { id: 1 } }, { who: { id: 2 } }, { who: { id: 2 } }],
])('from %j to %j is %j', (from, to, expected) => {
  expect(attributeChange(from, to)).toEqual(expected)
})
