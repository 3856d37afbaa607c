import type { Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { changedRanges } from '../../../src/editor/binding/changed-ranges.ts'
import { mendLeaks } from '../../../src/domain/mend-leaks.ts'
import { isStructural, mendHeadless } from '../../../src/editor/binding/mend-text.ts'
import { atWork, cut, insertBlock, split, storyWith, type as typed } from './suggesting.ts'
import { isTrue } from './writer.ts'
import { body, drawn } from '../../domain/suggestions/reviewed.ts'
import { indexMap } from '../../../src/editor/binding/positions.ts'
import { renderBody } from '../../../src/editor/binding/render-text.ts'
import { bodySchema, lineSchema, stateOf } from '../documents.ts'
import type { Part } from './texts.ts'
import { paragraph, textOf, written } from './texts.ts'

describe('does an edit change more than the inside of one block?', () => {
  it.each<readonly [string, (tr: Transaction) => Transaction, boolean]>([
    ['typing', (tr) => tr.insertText('x', 2), false],
    ['typing into an empty block', (tr) => tr.insertText('x', 5), false],
    ['typing in two blocks', (tr) => tr.insertText('y', 8).insertText('x', 2), false],
    ['a mark over one block', (tr) => tr.addMark(1, 3, bodySchema.mark('bold')), false],
    ['a kind', (tr) => tr.setNodeAttribute(0, 'kind', 'quote'), true],
    ['a split', (tr) => tr.split(2), true],
    ['a join', (tr) => tr.join(4), true],
    ['a picture', (tr) => tr.insert(0, bodySchema.node('picture', { photo: 'p' })), true],
    ['an empty block that goes', (tr) => tr.delete(4, 6), true],
    ['a selection over blocks', (tr) => tr.delete(2, 8), true],
  ])('%s', (_, change, expected) => {
    const { doc, tr } = stateOf(['ab', '', 'cd'])
    change(tr)
    expect(isStructural(doc, tr.doc, changedRanges([tr]))).toBe(expected)
  })
})

/** Mends what an edit at a position touches; with none, nothing is touched. */
function mended(parts: readonly Part[], at: number | null, all = false) {
  const text = textOf(...parts)
  const { nodes, order } = renderBody(bodySchema, text)
  const doc = bodySchema.topNodeType.create(null, [...nodes])
  const ranges = at === null ? [] : [{ oldFrom: at, oldTo: at, newFrom: at, newTo: at + 1 }]
  const after = mendHeadless(text, indexMap(doc, order), doc, ranges, all)
  expect(after.content.size).toBe(doc.content.size)
  const headless = after.content.content.filter((node) => node.attrs['implicit'] === true).length
  return { text: written(text), headless, same: after === doc }
}

describe('blocks without a start', () => {
  const orphans: readonly Part[] = ['ab', paragraph, 'cd', { atom: 'rule' }, 'ef']

  it('stay as they are while nobody touches them', () => {
    expect(mended(orphans, null)).toEqual({ text: 'ab¶cd■ef', headless: 2, same: true })
    expect(mended(orphans, 6)).toEqual({ text: 'ab¶cd■ef', headless: 2, same: true })
  })

  it('get one where an edit touches them', () => {
    expect(mended(orphans, 2)).toEqual({ text: '¶ab¶cd■ef', headless: 1, same: false })
    expect(mended(orphans, 11)).toEqual({ text: 'ab¶cd■¶ef', headless: 1, same: false })
  })

  it('all get one where an edit changes the order', () => {
    expect(mended(orphans, null, true)).toEqual({ text: '¶ab¶cd■¶ef', headless: 0, same: false })
  })

  it('the one of an empty text gets one as well', () => {
    expect(mended([], 1)).toEqual({ text: '¶', headless: 0, same: false })
  })

  it('a start is not bold, whatever its words are', () => {
    expect(mended([['ab', { bold: true }]], 2).text).toBe('¶<bold>ab</>')
  })

  it('a line has none, and needs none', () => {
    const line = stateOf(['ab'], lineSchema).doc
    const text = textOf('ab')
    expect(mendHeadless(text, indexMap(line, null), line, [], true)).toBe(line)
    expect(written(text)).toBe('ab')
  })
})

describe('formats that run over a start', () => {
  it.each<readonly [string, number, number, readonly number[], string]>([
    ['are taken off from there on', 1, 5, [3], '¶<bold>ab</>¶cd'],
    ['end where they ended', 1, 4, [3], '¶<bold>ab</>¶cd'],
    ['stay where nobody touches it', 1, 5, [0], '¶<bold>ab¶cd</>'],
    ['inside of a block are none', 1, 2, [0, 3], '¶<bold>ab</>¶cd'],
    ['over the first start', 0, 2, [0], '¶ab¶cd'],
    ['over both, where both are touched', 0, 6, [0, 3], '¶ab¶cd'],
  ])('%s', (_, at, length, touched, expected) => {
    const text = textOf(paragraph, 'ab', paragraph, 'cd')
    text.format(at, length, { bold: true })
    mendLeaks(text, (index) => touched.includes(index))
    // How Yjs tells of equal formats one after the other is its own affair.
    expect(written(text).replaceAll('</><bold>', '')).toBe(expected)
  })

  it('are taken off one by one, each for as far as it runs', () => {
    const text = textOf(paragraph, 'ab', paragraph, 'cdef')
    text.format(2, 4, { bold: true })
    text.format(2, 3, { italic: true })
    text.format(4, 4, { link: 'https://a.example' })
    mendLeaks(text, (index) => index === 3)
    expect(written(text)).toBe('¶a<bold+italic>b</>¶<link>cdef</>')
  })
})

describe('blocks without a start, while suggesting', () => {
  /** "ab" without a start, before a block; what was struck before it took its start with it. */
  function orphan(struck = false) {
    const doc = storyWith('ab', 'cd')
    doc.transact(() => doc.getText('body').delete(0, 1))
    if (struck) doc.getMap('suggestions').set('x', ['d', 's', [[1, 2, 2]]])
    return { doc, ann: atWork(doc) }
  }

  it('get one as part of the suggestion, where the edit is', () => {
    const { doc, ann } = orphan()
    typed(ann, 'b', 'X')
    expect([drawn(doc), body(doc), isTrue(ann)]).toEqual(['[+¶]a[+X]b¶cd', ['aXb', 'cd'], true])
  })

  it('get none where it isn’t', () => {
    const { doc, ann } = orphan()
    cut(ann, 'd')
    expect([drawn(doc), isTrue(ann)]).toEqual(['ab¶c[-d]', true])
  })

  it('get none where a block is split elsewhere', () => {
    const { doc, ann } = orphan()
    split(ann, 'd')
    expect([drawn(doc), isTrue(ann)]).toEqual(['ab¶c[+¶]d', true])
  })

  it('get one where a block is put before them', () => {
    const { doc, ann } = orphan()
    insertBlock(ann, 'X', 'ab')
    expect([drawn(doc), body(doc), isTrue(ann)]).toEqual(['[+¶X¶]ab¶cd', ['X', 'ab', 'cd'], true])
  })

  it('need none where all of them is struck', () => {
    const { doc, ann } = orphan(true)
    typed(ann, 'b', 'X')
    expect([body(doc), isTrue(ann)]).toEqual([['X', 'cd'], true])
    expect(drawn(doc)).toBe('[-a][+X][-b]¶cd')
  })
})
