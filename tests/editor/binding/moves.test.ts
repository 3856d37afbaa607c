// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { readBlocks } from '../../../src/domain/linear-text.ts'
import { PLACE } from '../../../src/domain/text-layout.ts'
import { textRuns } from '../../../src/domain/text-runs.ts'
import type { Writer } from './writer.ts'
import { find, isTrue, paragraphs, plainText, shown, sync, writers } from './writer.ts'

type Act = (writer: Writer) => void

const block = ({ editor }: Writer, index: number): { pos: number; size: number } => {
  let pos = 0
  for (let k = 0; k < index; k++) pos += editor.state.doc.child(k).nodeSize
  return { pos, size: editor.state.doc.child(index).nodeSize }
}

/** Moves a block to before the one that has the number `to` now (or to the end). */
const move =
  (from: number, to: number): Act =>
  (writer) => {
    const { view } = writer.editor
    const { pos, size } = block(writer, from)
    const node = view.state.doc.child(from)
    const target = to < view.state.doc.childCount ? block(writer, to).pos : view.state.doc.content.size
    const tr = view.state.tr.delete(pos, pos + size)
    view.dispatch(tr.insert(tr.mapping.map(target), node))
  }

const type =
  (text: string, before: string): Act =>
  (writer) => {
    writer.editor.view.dispatch(writer.editor.state.tr.insertText(text, find(writer, before)))
  }

const split =
  (before: string): Act =>
  (writer) => {
    writer.editor.view.dispatch(writer.editor.state.tr.split(find(writer, before)))
  }

const join =
  (index: number): Act =>
  (writer) => {
    writer.editor.view.dispatch(writer.editor.state.tr.join(block(writer, index).pos))
  }

const remove =
  (from: string, to: string): Act =>
  (writer) => {
    writer.editor.view.dispatch(writer.editor.state.tr.delete(find(writer, from), find(writer, to)))
  }

const drop =
  (index: number): Act =>
  (writer) => {
    const { pos, size } = block(writer, index)
    writer.editor.view.dispatch(writer.editor.state.tr.delete(pos, pos + size))
  }

/** What one person does after the other, to abcd, efgh, ijkl, mnop; what is shown; how many runs carry a place. */
const ALONE: readonly (readonly [string, readonly Act[], readonly string[], number])[] = [
  ['down', [move(0, 2)], ['efgh', 'abcd', 'ijkl', 'mnop'], 1],
  ['up', [move(3, 1)], ['abcd', 'mnop', 'efgh', 'ijkl'], 1],
  ['to the top', [move(2, 0)], ['ijkl', 'abcd', 'efgh', 'mnop'], 1],
  ['to the end', [move(0, 4)], ['efgh', 'ijkl', 'mnop', 'abcd'], 1],
  ['there and back', [move(0, 4), move(3, 0)], ['abcd', 'efgh', 'ijkl', 'mnop'], 1],
  ['two of them', [move(0, 4), move(0, 4)], ['ijkl', 'mnop', 'abcd', 'efgh'], 2],
  ['and typed in', [move(0, 4), type('12', 'cd')], ['efgh', 'ijkl', 'mnop', 'ab12cd'], 1],
  ['and split', [move(0, 2), split('cd')], ['efgh', 'ab', 'cd', 'ijkl', 'mnop'], 2],
  ['and joined where it came to stand', [move(0, 2), join(1)], ['efghabcd', 'ijkl', 'mnop'], 1],
  ['and the next joined to it', [move(0, 2), join(2)], ['efgh', 'abcdijkl', 'mnop'], 2],
  ['joined and split again', [move(0, 2), join(1), split('ab')], ['efgh', 'abcd', 'ijkl', 'mnop'], 2],
  ['joined, then moved on', [move(0, 2), join(1), move(0, 3)], ['ijkl', 'mnop', 'efghabcd'], 2],
  ['joined, and deleted across', [move(0, 2), join(1), remove('gh', 'cd')], ['efcd', 'ijkl', 'mnop'], 1],
  [
    'joined, then the first part deleted',
    [move(0, 2), join(1), remove('ef', 'ab')],
    ['abcd', 'ijkl', 'mnop'],
    1,
  ],
  ['what it stood behind deleted', [move(0, 2), drop(0)], ['abcd', 'ijkl', 'mnop'], 1],
  ['deleted', [move(0, 2), drop(1)], ['efgh', 'ijkl', 'mnop'], 0],
]

describe('a block is moved', () => {
  it.each(ALONE)('%s', (_, acts, expected, places) => {
    const [writer, other] = writers(2, paragraphs('abcd', 'efgh', 'ijkl', 'mnop'))
    if (!writer || !other) throw new Error('Nobody is there')
    const seen = [shown(writer)]
    for (const act of acts) {
      act(writer)
      expect(isTrue(writer)).toBe(true)
      seen.push(shown(writer))
    }
    expect(shown(writer)).toEqual(expected)
    sync([writer, other])
    expect(shown(other)).toEqual(expected)
    expect(isTrue(other)).toBe(true)
    expect(textRuns(writer.text).filter(({ head }) => head?.has(PLACE)).length).toBe(places)
    expect(texts(writer)).toEqual(expected)
    for (const before of seen.toReversed().slice(1)) {
      writer.undo.manager.undo()
      expect([shown(writer), isTrue(writer)]).toEqual([before, true])
    }
  })

  it('without a character written anew', () => {
    const [writer] = writers(1, paragraphs('abcd', 'efgh', 'ijkl'))
    if (!writer) throw new Error('Nobody is there')
    const before = plainText(writer.text)
    move(0, 3)(writer)
    expect(plainText(writer.text)).toBe(before)
  })
})

/** What two people do at once, and what both then see. */
const AT_ONCE: readonly (readonly [string, Act, Act, readonly string[]])[] = [
  ['the same block to two places: one of them', move(0, 2), move(0, 4), ['efgh', 'ijkl', 'mnop', 'abcd']],
  ['one after the other, both ways round', move(0, 2), move(1, 0), ['efgh', 'abcd', 'ijkl', 'mnop']],
  ['two blocks behind the same one', move(0, 3), move(1, 3), ['ijkl', 'abcd', 'efgh', 'mnop']],
  ['typed in meanwhile', move(0, 4), type('12', 'cd'), ['efgh', 'ijkl', 'mnop', 'ab12cd']],
  ['cut down meanwhile', move(0, 4), remove('b', 'd'), ['efgh', 'ijkl', 'mnop', 'ad']],
  ['deleted meanwhile', move(0, 4), drop(0), ['efgh', 'ijkl', 'mnop']],
  ['its new neighbour deleted meanwhile', move(0, 2), drop(1), ['abcd', 'ijkl', 'mnop']],
  ['split meanwhile: the second half stays', move(0, 4), split('cd'), ['cd', 'efgh', 'ijkl', 'mnop', 'ab']],
  ['joined to the one before meanwhile: it stays there', move(1, 4), join(1), ['abcdefgh', 'ijkl', 'mnop']],
  ['its old neighbours joined meanwhile', move(1, 4), join(2), ['abcd', 'mnop', 'efghijkl']],
]

describe('a block is moved while somebody else acts', () => {
  it.each(AT_ONCE)('%s', (_, first, second, expected) => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const pair = writers(2, paragraphs('abcd', 'efgh', 'ijkl', 'mnop'))
      const [a, b] = pair
      if (!a || !b) throw new Error('Nobody is there')
      first(a)
      second(b)
      sync(pair, order)
      expect([shown(a), isTrue(a)]).toEqual([expected, true])
      expect([shown(b), isTrue(b)]).toEqual([expected, true])
    }
  })
})

const texts = ({ text }: Writer): string[] =>
  readBlocks(text).map((row) =>
    'spans' in row ? row.spans.map((span) => ('text' in span ? span.text : '')).join('') : '',
  )
