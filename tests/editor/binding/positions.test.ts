// @vitest-environment jsdom
import type { Node } from '@tiptap/pm/model'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayIndex, indexMap, shownRuns, tokenPosition } from '../../../src/editor/binding/positions.ts'
import { bodyUpdate, docFrom, openWriter, paragraphs, plainText } from './writer.ts'

const open = (...texts: string[]): ReturnType<typeof openWriter> =>
  openWriter(
    docFrom(bodyUpdate([...paragraphs(...texts), { kind: 'picture', photo: 'p' }, ...paragraphs('last')]), 5),
  )

describe('display indexes', () => {
  const { doc } = open('abcd', '', 'efgh').editor.state

  it.each([
    [0, 0],
    [1, 1],
    [5, 5],
    [6, 5],
    [7, 6],
    [8, 6],
    [9, 7],
    [13, 11],
    [14, 11],
    [15, 12],
    [16, 13],
  ])('position %i has %i units before it', (pos, index) => {
    expect(displayIndex(doc, pos)).toBe(index)
  })

  it('every unit has a position, and back', () => {
    const units = displayIndex(doc, doc.content.size)
    for (let index = 0; index < units; index++) {
      const pos = tokenPosition(doc, index)
      expect([displayIndex(doc, pos), displayIndex(doc, pos + 1)]).toEqual([index, index + 1])
    }
    expect(tokenPosition(doc, units)).toBe(doc.content.size - 1)
  })

  it('a line counts its characters', () => {
    const line = openWriter(docFrom(bodyUpdate([]), 5), { name: 'headline' })
    line.editor.view.dispatch(line.editor.state.tr.insertText('abc', 1))
    expect(displayIndex(line.editor.state.doc, 2)).toBe(1)
    expect(tokenPosition(line.editor.state.doc, 0)).toBe(1)
    expect(plainText(line.text)).toBe('abc')
  })
})

describe('indexMap', () => {
  const doc: Node = open('a', 'bcd', '', 'ef').editor.state.doc
  const runs = shownRuns(doc)

  it('is the identity while nothing is moved', () => {
    const map = indexMap(doc, null)
    expect([map.physical(7), map.display(7), map.runs]).toEqual([7, 7, []])
  })

  it('knows the runs as they are shown', () => {
    expect(runs.map(({ size }) => size)).toEqual([2, 4, 1, 3, 1, 5])
  })

  it('leads to and fro in any order of the runs', () => {
    const units = runs.reduce((sum, { size }) => sum + size, 0)
    fc.assert(
      fc.property(fc.shuffledSubarray([...runs.keys()], { minLength: runs.length }), (order) => {
        const map = indexMap(doc, order)
        const physical = Array.from({ length: units }, (_, index) => map.physical(index))
        expect(physical.toSorted((a, b) => a - b)).toEqual([...physical.keys()])
        expect(physical.map((index) => map.display(index))).toEqual([...physical.keys()])
      }),
    )
  })
})
