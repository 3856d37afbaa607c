import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { TextName } from '../../../src/domain/story-doc.ts'
import { createStoryUndo } from '../../../src/domain/story-undo.ts'
import { liveWords } from '../../../src/domain/threads/live-words.ts'
import { readStandIns } from '../../../src/domain/threads/stand-ins.ts'
import { indexOfId } from '../../../src/domain/yjs-items.ts'
import { copyOf, head, meet } from '../documents.ts'
import { signs, storyDoc, words } from './threaded.ts'

/** What an anchor says now, stretch by stretch. */
function shown(doc: Y.Doc, { text: name, ids }: ReturnType<typeof words>): readonly string[] {
  const text = doc.getText(name)
  const [stretches = []] = liveWords(text, readStandIns(doc), [ids])
  return stretches.map(({ from, to, first, last }) => {
    expect([indexOfId(text, first)?.index, indexOfId(text, last)?.index]).toEqual([from, to])
    return signs(text).slice(from, to + 1)
  })
}

const place = (text: Y.Text, block: number, value: unknown): void => {
  const heads = (text.toDelta() as { insert: unknown }[]).flatMap(({ insert }) =>
    insert instanceof Y.Map ? [insert] : [],
  )
  heads[block]?.set('place', JSON.stringify(value))
}

type Change = (text: Y.Text, at: (wanted: string) => number) => void
const cases: readonly (readonly [string, string, Change, readonly string[]])[] = [
  ['nothing happened', 'quay was', () => undefined, ['quay was']],
  ['typing inside', 'quay was', (text, at) => text.insert(at('was'), 'side '), ['quay side was']],
  [
    'typing before and behind',
    'quay',
    (text, at) => {
      text.insert(at('quay') + 4, 's')
      text.insert(at('quay'), 'old ')
    },
    ['quay'],
  ],
  ['its middle goes', 'quay was empty', (text, at) => text.delete(at(' was'), 4), ['quay empty']],
  [
    'its ends go',
    'quay was empty',
    (text, at) => {
      text.delete(at(' empty'), 6)
      text.delete(at('quay '), 5)
    },
    ['was'],
  ],
  ['all of it goes', 'quay', (text, at) => text.delete(at('quay'), 4), []],
  ['the block is split in it', 'quay was', (text, at) => text.insertEmbed(at('was'), head()), ['quay ¶was']],
  [
    'the blocks are joined in it',
    'empty.¶Dockers',
    (text, at) => text.delete(at('¶Dockers'), 1),
    ['empty.Dockers'],
  ],
  [
    'a block comes into it',
    'empty.¶Dockers',
    (text, at) => {
      text.insertEmbed(at('¶Dockers'), head({ atom: 'rule' }))
    },
    ['empty.¶¶Dockers'],
  ],
  ['its block moves', 'Dockers', (text) => place(text, 1, { after: 'top', rank: 0 }), ['Dockers']],
  [
    'one of its blocks moves away',
    'empty.¶Dockers',
    (text) => place(text, 1, { after: 'top', rank: 0 }),
    ['¶Dockers', 'empty.'],
  ],
  ['it becomes bold', 'quay was', (text, at) => text.format(at('quay'), 6, { bold: true }), ['quay was']],
]
test.each(cases)('%s: %s', (_, wanted, change, expected) => {
  const doc = storyDoc()
  const anchor = words(doc, 'body', wanted)
  const text = doc.getText('body')
  change(text, (sought) => signs(text).indexOf(sought))
  expect(shown(doc, anchor)).toEqual(expected)
})

test('an anchor on a picture is the picture', () => {
  const doc = storyDoc()
  doc.getText('body').insertEmbed(0, head({ atom: 'picture', photo: 'p' }))
  const [stretches = []] = liveWords(doc.getText('body'), [], [words(doc, 'body', '¶').ids])
  expect(stretches).toMatchObject([{ from: 0, to: 0, whole: true }])
})

test('what was brought back twice is one stretch, whole, and half of it is not', () => {
  const doc = storyDoc()
  const text = doc.getText('body')
  const anchor = words(doc, 'body', 'quay')
  const [first] = anchor.ids
  const again = (wanted: string, index: number): void => {
    const clock = Y.getState(doc.store, doc.clientID)
    text.insert(index, wanted)
    doc.getMap('origins').set(`${doc.clientID}:${clock}=`, [first?.[0], first?.[1], wanted.length])
  }
  const at = signs(text).indexOf('quay')
  text.delete(at, 4)
  again('qu', at)
  const whole = (): readonly boolean[] =>
    liveWords(text, readStandIns(doc), [anchor.ids])[0]?.map((each) => each.whole) ?? []
  expect([shown(doc, anchor), whole()]).toEqual([['qu'], [false]])
  again('quay', at + 2)
  expect([shown(doc, anchor), whole()]).toEqual([['ququay'], [true]])
})

test('of no anchor nothing is known, and of an unknown one there is nothing', () => {
  const text = storyDoc().getText('body')
  expect(liveWords(text, [], [])).toEqual([])
  expect(liveWords(text, [], [[], [[5, 0, 3]]])).toEqual([[], []])
})

describe('many anchors under any editing of two', () => {
  const edit = fc.record({
    at: fc.nat(),
    text: fc.stringMatching(/^[a-z]{0,3}$/),
    remove: fc.nat(4),
    start: fc.boolean(),
  })
  const range = fc.record({ from: fc.nat(), length: fc.integer({ min: 1, max: 12 }) })
  const perform = (
    text: Y.Text,
    edits: readonly { at: number; text: string; remove: number; start: boolean }[],
  ): void => {
    for (const { at, text: typed, remove, start } of edits) {
      const index = at % (text.length + 1)
      if (typed !== '') text.insert(index, typed)
      else if (start) text.insertEmbed(index, head())
      text.delete(index, Math.min(remove, text.length - index))
    }
  }

  test.each<TextName>(['body', 'headline'])(
    'each goes from its first to its last unit that is left, alike for both: %s',
    (name) => {
      fc.assert(
        fc.property(
          fc.array(range, { minLength: 1, maxLength: 4 }),
          fc.array(edit, { maxLength: 8 }),
          fc.array(edit, { maxLength: 8 }),
          (ranges, mine, yours) => {
            const here = storyDoc()
            const text = here.getText(name)
            const anchors = ranges.map(({ from, length }) => {
              const start = from % text.length
              return words(here, name, signs(text).slice(start, start + length)).ids
            })
            const there = copyOf(here, 2)
            perform(text, mine)
            perform(there.getText(name), yours)
            meet(here, there)
            const found = liveWords(text, [], anchors)
            anchors.forEach((ids, index) => {
              const alive = ids.flatMap(([client, clock, length]) =>
                Array.from({ length }, (_, k) => indexOfId(text, [client, clock + k])).flatMap((each) =>
                  each?.live ? [each.index] : [],
                ),
              )
              const stretches = found[index] ?? []
              // Nothing was moved: it is one stretch.
              expect(stretches.map(({ from, to }) => [from, to])).toEqual(
                alive.length === 0 ? [] : [[Math.min(...alive), Math.max(...alive)]],
              )
              const size = ids.reduce((sum, [, , length]) => sum + length, 0)
              for (const { whole } of stretches) expect(whole).toBe(alive.length === size)
            })
            expect(liveWords(there.getText(name), [], anchors)).toEqual(found)
          },
        ),
        { numRuns: 150 },
      )
    },
  )
})

test('undo brings back the words of every anchor, whole, after any edits', () => {
  const edit = fc.record({ at: fc.nat(), text: fc.stringMatching(/^[a-z]{0,3}$/), remove: fc.nat(6) })
  fc.assert(
    fc.property(
      fc.array(edit, { minLength: 1, maxLength: 8 }),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      (edits, from, length) => {
        const doc = storyDoc()
        const text = doc.getText('body')
        const start = from % text.length
        const anchor = words(doc, 'body', signs(text).slice(start, start + length))
        const before = shown(doc, anchor)
        const { manager, origin } = createStoryUndo(doc)
        for (const { at, text: typed, remove } of edits) {
          manager.stopCapturing()
          doc.transact(() => {
            const index = at % (text.length + 1)
            text.insert(index, typed)
            text.delete(index, Math.min(remove, text.length - index))
          }, origin)
        }
        while (manager.canUndo()) manager.undo()
        expect(shown(doc, anchor)).toEqual(before)
        while (manager.canRedo()) manager.redo()
        while (manager.canUndo()) manager.undo()
        expect(shown(doc, anchor)).toEqual(before)
        expect(liveWords(text, readStandIns(doc), [anchor.ids])[0]?.every(({ whole }) => whole)).toBe(true)
      },
    ),
    { numRuns: 100 },
  )
})
