// @vitest-environment jsdom
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { insideText, placeAt, placeOf, positionOfPlace } from '../../../src/editor/carets/caret-place.ts'
import { beginning, pick } from '../../fuzz/beginning.ts'
import { chance } from '../../fuzz/chance.ts'
import { OPERATIONS } from '../../fuzz/operations.ts'
import type { Writer } from '../binding/writer.ts'
import { docFrom, find, openWriter, paragraphs, shown, sync, writers } from '../binding/writer.ts'

/** A place of one writer's document, as it comes over the wire. */
const said = (writer: Writer, pos: number): unknown =>
  JSON.parse(JSON.stringify(placeAt(writer.text, writer.binding, pos)))
const found = (writer: Writer, place: unknown) =>
  positionOfPlace(writer.binding, writer.editor.state.doc, place)

const pair = (...texts: readonly string[]): readonly [Writer, Writer] => {
  const [one, other] = writers(2, paragraphs(...texts))
  if (!one || !other) throw new Error('Two writers')
  return [one, other]
}

describe('a place', () => {
  test.each([
    ['at the start of a block', 'cd', 0],
    ['within one', 'cd', 1],
    ['at its end', 'cd', 2],
  ])('%s is the same for everybody', (_, words, offset) => {
    const [mine, theirs] = pair('ab', 'cd', 'ef')
    const pos = find(mine, words) + offset
    expect(found(theirs, said(mine, pos))).toEqual({ pos, live: true })
  })

  test('in an empty block, in an empty body and in an empty line', () => {
    const [mine, theirs] = pair('ab', '', 'ef')
    expect(found(theirs, said(mine, 5))).toEqual({ pos: 5, live: true })
    for (const name of ['body', 'headline'] as const) {
      const [one, other] = [11, 22].map((id) =>
        openWriter(docFrom(Y.encodeStateAsUpdate(new Y.Doc()), id), { name }),
      )
      if (!one || !other) throw new Error('Two writers')
      expect(found(other, said(one, 1))).toEqual({ pos: 1, live: true })
    }
  })

  test('of a caret at the end of a block stays there when the next block is moved', () => {
    const [mine, theirs] = pair('ab', 'cd', 'ef')
    const place = said(mine, find(mine, 'ab') + 2)
    theirs.editor.view.dispatch(theirs.editor.state.tr.delete(4, 8))
    sync([mine, theirs])
    expect(found(theirs, place)).toEqual({ pos: 3, live: true })
  })

  test('goes along with a block that is moved', () => {
    const [mine, theirs] = pair('ab', 'cd', 'ef')
    const place = said(mine, find(mine, 'ef') + 1)
    const { tr, doc } = theirs.editor.state
    theirs.editor.view.dispatch(tr.delete(8, 12).insert(0, doc.child(2)))
    expect(shown(theirs)).toEqual(['ef', 'ab', 'cd'])
    expect(found(theirs, place)).toEqual({ pos: 2, live: true })
  })

  test('in words that were deleted is where they stood', () => {
    const [mine, theirs] = pair('abcdef')
    const place = said(mine, find(mine, 'd'))
    theirs.editor.commands.deleteRange({ from: find(theirs, 'c'), to: find(theirs, 'e') })
    expect(found(theirs, place)).toEqual({ pos: find(theirs, 'e'), live: false })
  })

  test('at words that have not arrived is not known, and known when they have', () => {
    const [mine, theirs] = pair('ab')
    mine.editor.commands.insertContentAt(3, 'new')
    const place = said(mine, 6)
    expect(found(theirs, place)).toBeNull()
    sync([mine, theirs])
    expect(found(theirs, place)).toEqual({ pos: 6, live: true })
  })

  test.each([
    null,
    undefined,
    7,
    'x',
    { item: 7 },
    { item: {} },
    { item: { client: '1', clock: 0 } },
    { item: { client: 1, clock: -1 } },
    { item: { client: 1, clock: 1.5 } },
    { item: { client: 1, clock: 1e9 }, assoc: -1 },
  ])('that is none, as %j, is not known', (place) => {
    const [mine] = pair('ab')
    expect(found(mine, place)).toBeNull()
  })

  test('of another text is not known', () => {
    const [mine] = pair('ab')
    const headline = openWriter(mine.doc, { name: 'headline' })
    headline.editor.commands.insertContentAt(1, 'x')
    expect(found(mine, said(headline, 2))).toBeNull()
  })

  test('as others may write it, by the side of its right neighbour or at the end of the text', () => {
    const [mine] = pair('ab', 'cd')
    const json = (index: number, assoc: number): unknown =>
      Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(mine.text, index, assoc))
    // Before the start of the second block is at the end of the first.
    const pos = found(mine, json(3, 0))?.pos ?? -1
    expect(insideText(mine.editor.state.doc, pos)).toBe(3)
    expect(found(mine, json(mine.text.length, 0))).toEqual({ pos: 7, live: true })
    expect(found(mine, json(0, -1))).toEqual({ pos: 1, live: true })
  })
})

test('a selected picture is a selection from before it to behind it, whatever is written around it', () => {
  const [mine, theirs] = writers(2, [
    ...paragraphs('ab'),
    { kind: 'picture', photo: 'p' },
    ...paragraphs('cd'),
  ])
  if (!mine || !theirs) throw new Error('Two writers')
  const place = placeOf(mine.text, mine.binding, NodeSelection.create(mine.editor.state.doc, 4))
  theirs.editor.commands.insertContentAt(3, 'xy')
  expect([place.anchor, place.head].map((end) => found(theirs, end)?.pos)).toEqual([6, 7])
})

test('of a caret both ends are one place', () => {
  const [mine] = pair('ab')
  const { anchor, head } = placeOf(mine.text, mine.binding, TextSelection.create(mine.editor.state.doc, 2))
  expect(anchor).toBe(head)
})

test('whatever two people do at once, a place is in the text, beside its neighbour where that is still there', () => {
  let beside = 0
  for (let seed = 1; seed <= 60; seed++) {
    const luck = chance(seed)
    const { body, fresh } = beginning()
    const [mine, theirs] = writers(2, body)
    if (!mine || !theirs) throw new Error('Two writers')
    const act = (writer: Writer): void => {
      for (let k = luck.below(4); k >= 0; k--) pick(OPERATIONS, luck).run(writer, luck, fresh)
    }
    act(mine)
    const positions = Array.from({ length: 6 }, () => luck.below(mine.editor.state.doc.content.size + 1))
    const places = positions.map((pos) => said(mine, pos))
    act(theirs)
    sync([mine, theirs])
    act(theirs)
    const { doc } = theirs.editor.state
    for (const place of places) {
      const answer = found(theirs, place)
      expect(answer, `seed ${seed}`).not.toBeNull()
      const pos = answer?.pos ?? -1
      expect(pos).toBeGreaterThanOrEqual(0)
      expect(pos).toBeLessThanOrEqual(doc.content.size)
      const $pos = doc.resolve(insideText(doc, pos))
      // Between blocks only where none of them is a text.
      const outside = [$pos.nodeBefore, $pos.nodeAfter].every((node) => node?.isTextblock !== true)
      expect($pos.parent.isTextblock || outside, `seed ${seed}`).toBe(true)
      const { item, assoc } = place as { item?: { client: number; clock: number }; assoc: number }
      if (answer?.live !== true || !item) continue
      const neighbour = theirs.binding.idAt(assoc < 0 ? pos - 1 : pos)
      expect(neighbour, `seed ${seed}`).toEqual([item.client, item.clock])
      beside += 1
    }
    mine.close()
    theirs.close()
  }
  expect(beside).toBeGreaterThan(150)
})
