// @vitest-environment jsdom
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { CaretFollower } from '../../../src/editor/carets/caret-follower.ts'
import { insideText, placeAt, placeOf, positionOfPlace } from '../../../src/editor/carets/caret-place.ts'
import type { OtherCaret } from '../../../src/editor/carets/story-carets.ts'
import { beginning, pick } from '../../fuzz/beginning.ts'
import { chance } from '../../fuzz/chance.ts'
import { OPERATIONS } from '../../fuzz/operations.ts'
import type { Writer } from '../binding/writer.ts'
import { find, paragraphs, sync, writers } from '../binding/writer.ts'

const RITA = { id: 'rita', name: 'Rita Reporter' }

/** Follows carets in an editor as its extension does, and counts what is looked up. */
function following(writer: Writer) {
  let asked = 0
  const { editor, binding } = writer
  const resolve = (place: unknown) => positionOfPlace(binding, editor.state.doc, place)
  const follower = new CaretFollower('body', (place) => {
    asked += 1
    return resolve(place)
  })
  editor.on('transaction', ({ transaction, appendedTransactions }) => {
    for (const tr of [transaction, ...appendedTransactions]) follower.follow(tr)
  })
  const heads = (): readonly number[] => follower.carets.map(({ head }) => head)
  return {
    follower,
    resolve,
    heads,
    /** What a frame does. */
    frame(others?: readonly OtherCaret[]) {
      if (others) follower.take(others)
      follower.settle()
      return heads()
    },
    /** How many were looked up since this was last asked. */
    asked() {
      const count = asked
      asked = 0
      return count
    },
  }
}

function caretAt(writer: Writer, tab: number, head: number, anchor = head, text = 'body'): OtherCaret {
  const at = (pos: number): unknown => placeAt(writer.text, writer.binding, pos)
  return { tab, person: RITA, place: { text, anchor: at(anchor), head: at(head) } }
}

const pair = (...texts: readonly string[]): readonly [Writer, Writer] => {
  const [one, other] = writers(2, paragraphs(...texts))
  if (!one || !other) throw new Error('Two writers')
  return [one, other]
}

describe('what is looked up', () => {
  const rows = Array.from({ length: 40 }, (_, k) => `row ${k} of many`)
  const twenty = (writer: Writer): OtherCaret[] =>
    Array.from({ length: 20 }, (_, k) => caretAt(writer, k, find(writer, `row ${2 * k} `)))

  test('is a place when it arrives, and once', () => {
    const [mine] = pair(...rows)
    const here = following(mine)
    const others = twenty(mine)
    here.frame(others)
    expect(here.asked()).toBe(20)
    // Somebody else said something: those who didn't are not looked up again, however often they come over the wire.
    const moved = caretAt(mine, 3, find(mine, 'row 39 '))
    here.frame(others.map((caret) => (caret.tab === 3 ? moved : structuredClone<OtherCaret>(caret))))
    expect(here.asked()).toBe(1)
  })

  test('is nothing for a key of one’s own, wherever it goes', () => {
    const [mine] = pair(...rows)
    const here = following(mine)
    here.frame(twenty(mine))
    here.asked()
    for (const words of ['row 0 ', 'row 21 ', 'row 38 ']) {
      mine.editor.commands.insertContentAt(find(mine, words), 'x')
      here.frame()
    }
    mine.editor.commands.deleteRange({ from: 1, to: 3 })
    here.frame()
    expect(here.asked()).toBe(0)
  })

  test('is what stands right where somebody else wrote, and no other', () => {
    const [mine, theirs] = pair(...rows)
    const here = following(mine)
    here.frame(twenty(mine))
    here.asked()
    theirs.editor.commands.insertContentAt(find(theirs, 'row 21 ') + 3, 'x')
    sync([mine, theirs])
    here.frame()
    expect(here.asked()).toBe(0)
    theirs.editor.commands.insertContentAt(find(theirs, 'row 20 '), 'x')
    sync([mine, theirs])
    here.frame()
    expect(here.asked()).toBe(1)
  })

  test('is nothing where nobody is in this text', () => {
    const [mine] = pair(...rows)
    const here = following(mine)
    const place = { text: 'headline', anchor: null, head: null }
    here.frame([
      { tab: 1, person: RITA, place: null },
      { tab: 2, person: RITA, place },
    ])
    expect([here.asked(), here.follower.isIdle]).toEqual([0, true])
  })
})

describe('a caret', () => {
  test('stays before what is typed right at it here, and where it was when others type there', () => {
    const [mine, theirs] = pair('abcd')
    const here = following(mine)
    expect(here.frame([caretAt(mine, 1, 3)])).toEqual([3])
    mine.editor.commands.insertContentAt(3, 'xy')
    expect(here.frame()).toEqual([3])
    sync([mine, theirs])
    theirs.editor.commands.insertContentAt(1, 'z')
    sync([mine, theirs])
    expect(here.frame()).toEqual([4])
  })

  test('that comes before its words waits for them where it was', () => {
    const [mine, theirs] = pair('abcd')
    const here = following(mine)
    here.frame([caretAt(theirs, 1, 3)])
    theirs.editor.commands.insertContentAt(3, 'new')
    const ahead = caretAt(theirs, 1, 6)
    expect(here.frame([ahead])).toEqual([3])
    here.asked()
    // What is typed here brings none of it.
    mine.editor.commands.insertContentAt(1, 'z')
    expect([here.frame([ahead]), here.asked()]).toEqual([[4], 0])
    sync([mine, theirs])
    expect(here.frame([ahead])).toEqual([7])
  })

  test('that comes before its words and was nowhere is drawn with them', () => {
    const [mine, theirs] = pair('abcd')
    const here = following(mine)
    theirs.editor.commands.insertContentAt(3, 'new')
    expect(here.frame([caretAt(theirs, 1, 6)])).toEqual([])
    sync([mine, theirs])
    expect(here.frame()).toEqual([6])
  })

  test.each(['here', 'elsewhere'])('goes along with a block that is moved %s', (where) => {
    const [mine, theirs] = pair('ab', 'cd', 'ef')
    const here = following(mine)
    here.frame([caretAt(mine, 1, find(mine, 'ef') + 1)])
    const { editor } = where === 'here' ? mine : theirs
    const { tr, doc } = editor.state
    editor.view.dispatch(tr.delete(8, 12).insert(0, doc.child(2)))
    sync([mine, theirs])
    expect(here.frame()).toEqual([2])
  })

  test.each(['here', 'elsewhere'])('in a block that is deleted %s stays where that was', (where) => {
    const [mine, theirs] = pair('ab', 'cd', 'ef')
    const here = following(mine)
    here.frame([caretAt(mine, 1, find(mine, 'cd') + 1)])
    const { editor } = where === 'here' ? mine : theirs
    editor.view.dispatch(editor.state.tr.delete(4, 8))
    sync([mine, theirs])
    const [head = 0] = here.frame()
    // At the end of the block before it or at the start of the one behind it.
    expect([3, 5]).toContain(insideText(mine.editor.state.doc, head))
  })

  test('is gone when its tab is, or is in another text', () => {
    const [mine] = pair('abcd')
    const here = following(mine)
    expect(here.frame([caretAt(mine, 1, 2), caretAt(mine, 2, 3)])).toEqual([2, 3])
    expect(here.frame([caretAt(mine, 1, 2), caretAt(mine, 2, 3, 3, 'dek')])).toEqual([2])
    expect(here.frame([])).toEqual([])
  })

  test('is told as moved where it was set elsewhere, not where it was carried along', () => {
    const [mine] = pair('abcd')
    const here = following(mine)
    here.frame([caretAt(mine, 1, 2), caretAt(mine, 2, 3)])
    expect([...here.follower.takeMoved()]).toEqual([1, 2])
    mine.editor.commands.insertContentAt(1, 'z')
    here.frame()
    expect([...here.follower.takeMoved()]).toEqual([])
    here.frame([caretAt(mine, 1, 3), caretAt(mine, 2, 2)])
    expect([...here.follower.takeMoved()]).toEqual([2])
  })
})

test('whatever two people do at once, a caret that is carried along is where it would be looked up', () => {
  let compared = 0
  for (let seed = 1; seed <= 80; seed++) {
    const luck = chance(seed)
    const { body, fresh } = beginning()
    const [mine, theirs] = writers(2, body)
    if (!mine || !theirs) throw new Error('Two writers')
    const here = following(mine)
    const { doc } = mine.editor.state
    const others = Array.from({ length: 8 }, (_, tab) => {
      const $pos = doc.resolve(luck.below(doc.content.size))
      const isAtom = $pos.depth === 0 && $pos.nodeAfter?.isAtom === true
      const selection = isAtom ? NodeSelection.create(doc, $pos.pos) : TextSelection.near($pos)
      return {
        tab,
        person: RITA,
        place: { text: 'body', ...placeOf(theirs.text, theirs.binding, selection) },
      }
    })
    here.frame(others)
    for (let round = 0; round < 4; round++) {
      const who = luck.pick([mine, theirs])
      pick(OPERATIONS, luck).run(who, luck, fresh)
      if (luck.odds(0.7)) sync([mine, theirs])
      if (luck.odds(0.7)) here.frame()
    }
    here.frame()
    for (const caret of here.follower.carets) {
      for (const end of ['anchor', 'head'] as const) {
        expect(caret[end]).toBeLessThanOrEqual(mine.editor.state.doc.content.size)
        const looked = here.resolve(others[caret.tab]?.place[end])
        if (looked?.live !== true) continue
        expect([seed, caret.tab, end, caret[end]]).toEqual([seed, caret.tab, end, looked.pos])
        compared += 1
      }
    }
    mine.close()
    theirs.close()
  }
  expect(compared).toBeGreaterThan(800)
})
