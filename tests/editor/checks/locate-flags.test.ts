import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkedStory } from '../../../src/domain/checks/checked-story.ts'
import { readContent } from '../../../src/domain/read-content.ts'
import type { Block } from '../../../src/domain/story-content.ts'
import { moveBlock } from '../../../src/editor/commands/move-block.ts'
import { locateFlags } from '../../../src/editor/checks/locate-flags.ts'
import type { TextFlag } from '../../../src/editor/checks/text-flags.ts'
import type { SuggestingWriter } from '../suggest/suggesting-writer.ts'
import { openSuggesting, paragraphs, place, storyDoc } from '../suggest/suggesting-writer.ts'
import { drawnSuggestions } from '../../../src/editor/suggest/drawn-suggestions.ts'
import { struckIn } from '../../../src/editor/suggest/suggestion-marks.ts'

/** A flag on each word of a story's body, as checks would give it: in the places of its content. */
function everyWord({ doc }: SuggestingWriter): readonly TextFlag[] {
  return checkedStory(readContent(doc)).lines.flatMap(({ place: at, signs }, line) =>
    at.to === 'text' && at.text === 'body'
      ? [...signs.matchAll(/\p{L}+/gu)].map((match, index) => ({
          id: `${line} ${index}`,
          kind: 'spelling' as const,
          weight: 'fault' as const,
          block: at.block,
          from: match.index,
          to: match.index + match[0].length,
          words: match[0],
        }))
      : [],
  )
}

/** What a reader finds at a range, with what is to be deleted left out. */
function shownAt({ editor }: SuggestingWriter, from: number, to: number): string {
  const struck = struckIn(drawnSuggestions(editor.state), 0, editor.state.doc.content.size)
  let words = ''
  for (let at = from; at < to; at++) {
    if (struck.some((row) => row.layer !== 'block' && row.from <= at && at < row.to)) continue
    words += editor.state.doc.textBetween(at, at + 1)
  }
  return words
}

const located = (writer: SuggestingWriter): readonly string[] =>
  locateFlags(writer.editor.state, everyWord(writer)).map(({ flag, from, to }) => {
    expect(shownAt(writer, from, to)).toBe(flag.words)
    return flag.words
  })

const picture: Block = { kind: 'picture', photo: 'a' }
const rule: Block = { kind: 'rule' }
const cut = ({ editor }: SuggestingWriter, from: number, to: number): void =>
  editor.view.dispatch(editor.state.tr.delete(from, to))

describe('the places of flags', () => {
  test('are those of the content where nothing is suggested, past pictures and rules', () => {
    const [one, two, three] = paragraphs('alpha beta', '', 'gamma')
    if (!one || !two || !three) throw new Error('no blocks')
    const writer = openSuggesting(storyDoc({ body: [one, picture, two, rule, three] }))
    expect(located(writer)).toEqual(['alpha', 'beta', 'gamma'])
  })

  test('step over what is to be deleted: in a word, before it, and whole blocks', () => {
    const writer = openSuggesting(storyDoc({ body: paragraphs('alpha beta', 'gone', 'gamma delta') }))
    cut(writer, place(writer, 'pha'), place(writer, 'beta') + 1)
    cut(writer, place(writer, 'gone') - 1, place(writer, 'gone', true) + 1)
    cut(writer, place(writer, 'lta'), place(writer, 'lta') + 2)
    expect(located(writer)).toEqual(['aleta', 'gamma', 'dea'])
  })

  test('follow a block into the one that it is to be joined to', () => {
    const writer = openSuggesting(storyDoc({ body: paragraphs('alpha', 'beta gamma', 'delta') }))
    writer.editor.view.dispatch(writer.editor.state.tr.join(place(writer, 'beta') - 1))
    expect(readContent(writer.doc).body).toHaveLength(2)
    expect(locateFlags(writer.editor.state, everyWord(writer)).map(({ flag }) => flag.words)).toEqual([
      'alphabeta',
      'gamma',
      'delta',
    ])
  })

  test('are where a block was moved to, not where it was', () => {
    const writer = openSuggesting(storyDoc({ body: paragraphs('alpha', 'beta', 'gamma') }))
    const { editor } = writer
    editor.commands.setTextSelection(place(writer, 'gamma'))
    moveBlock('up')(editor.state, (tr) => editor.view.dispatch(tr))
    expect(located(writer)).toEqual(['alpha', 'gamma', 'beta'])
  })

  test('are nowhere for words that have changed, for blocks that are gone and for pictures', () => {
    const [one] = paragraphs('alpha beta')
    if (!one) throw new Error('no block')
    const writer = openSuggesting(storyDoc({ body: [one, picture] }), { suggesting: false })
    const flags = everyWord(writer)
    writer.editor.view.dispatch(writer.editor.state.tr.insertText('x', place(writer, 'pha')))
    expect(locateFlags(writer.editor.state, flags)).toEqual([])
    const first = { ...flags[0], id: 'x', words: 'alpha', from: 0, to: 5 } as TextFlag
    expect(locateFlags(writer.editor.state, [{ ...first, block: 1 }])).toEqual([])
    expect(locateFlags(writer.editor.state, [{ ...first, block: 7 }])).toEqual([])
    expect(locateFlags(writer.editor.state, [])).toEqual([])
  })

  test('are where a mark went along with its words, while the checks are still to see that they moved', () => {
    const writer = openSuggesting(storyDoc({ body: paragraphs('alpha beta') }), { suggesting: false })
    const flags = everyWord(writer)
    writer.editor.view.dispatch(writer.editor.state.tr.insertText('new ', place(writer, 'alpha')))
    const marked = (id: string): { from: number; to: number } | null =>
      id === '0 1' ? { from: place(writer, 'beta'), to: place(writer, 'beta', true) } : { from: 1, to: 6 }
    expect(
      locateFlags(writer.editor.state, flags, marked).map(({ flag, from }) => [flag.words, from]),
    ).toEqual([['beta', place(writer, 'beta')]])
  })
})

const words = fc.constantFrom('alpha', 'beta', 'gamma delta', 'épée 🙂 zeta', 'the the', '')
const edits = fc.array(
  fc.record({
    from: fc.nat(),
    length: fc.integer({ min: 0, max: 14 }),
    put: fc.constantFrom('', 'x', ' new ', '🙂'),
    isSuggested: fc.boolean(),
  }),
  { maxLength: 8 },
)

test('at every place there is exactly what was flagged, whatever is suggested; and no word of the content is missed', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), edits, (texts, changes) => {
      const writer = openSuggesting(storyDoc({ body: paragraphs(...texts) }))
      const { editor } = writer
      for (const { from, length, put, isSuggested } of changes) {
        writer.suggest(isSuggested)
        const { size } = editor.state.doc.content
        const at = 1 + (from % Math.max(1, size - 1))
        const end = Math.min(size - 1, at + length)
        if (end < at || !editor.state.doc.resolve(at).parent.isTextblock) continue
        if (!editor.state.doc.resolve(end).parent.isTextblock) continue
        const { tr } = editor.state
        if (end > at) tr.delete(at, end)
        if (put !== '' && tr.doc.resolve(at).parent.isTextblock) tr.insertText(put, at)
        editor.view.dispatch(tr)
      }
      const flags = everyWord(writer)
      const found = locateFlags(editor.state, flags)
      for (const { flag, from, to } of found) expect(shownAt(writer, from, to)).toBe(flag.words)
      expect(found.map(({ flag }) => flag.id)).toEqual(flags.map(({ id }) => id))
      writer.close()
    }),
    { numRuns: 50 },
  )
})
