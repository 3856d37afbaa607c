import { describe, expect, test } from 'vitest'
import { readContent } from '../../../src/domain/read-content.ts'
import { spansText } from '../../../src/domain/story-content.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import type { Replacement } from '../../../src/editor/checks/replace-each.ts'
import { replaceEach } from '../../../src/editor/checks/replace-each.ts'
import { run, stateOf, rowsOf } from '../documents.ts'
import { drawn, openSuggesting, paragraphs, place, storyDoc } from '../suggest/suggesting-writer.ts'

/** "teh one teh two" begins at 1. */
const at = (from: number, words: string, length = 3): Replacement => ({ from, to: from + length, words })

type Case = readonly [what: string, replacements: readonly Replacement[], says: string | null]
const CASES: readonly Case[] = [
  ['none is nothing to do', [], null],
  ['one', [at(1, 'the')], 'the one teh two'],
  ['several, in whatever order they come', [at(9, 'the'), at(1, 'The')], 'The one the two'],
  ['longer and shorter words', [at(1, 'those'), at(9, 'a')], 'those one a two'],
  ['no words at all take them out', [at(1, '', 4)], 'one teh two'],
  ['of two that overlap the first counts', [at(1, 'the'), at(2, 'X'), at(9, 'a')], 'the one a two'],
  ['two that touch both count', [at(1, 'A'), at(4, '-', 1)], 'A-one teh two'],
]

describe('words in the place of others', () => {
  test.each(CASES)('%s', (_what, replacements, says) => {
    const done = run(replaceEach(replacements), stateOf(['teh one teh two']))
    expect(done && rowsOf(done)[0]?.replaceAll('|', '')).toBe(says)
  })

  test('have the formats of what they replace', () => {
    const state = stateOf(['teh one'])
    const bold = state.apply(state.tr.addMark(1, 4, state.schema.mark('bold')))
    const done = run(replaceEach([at(1, 'the')]), bold)
    const first = done?.doc.firstChild?.firstChild
    expect([first?.text, first?.marks.map(({ type }) => type.name)]).toEqual(['the', ['bold']])
  })

  test('leave the caret behind the last of them', () => {
    const done = run(replaceEach([at(1, 'the'), at(9, 'those')]), stateOf(['teh one teh two']))
    expect(done && rowsOf(done)[0]).toMatch(/^the one those\|+ two$/u)
  })
})

describe('in a story', () => {
  const open = (suggesting: boolean) =>
    openSuggesting(storyDoc({ body: paragraphs('teh one', 'two wrod') }), { suggesting })
  const fix = (writer: ReturnType<typeof open>): void => {
    const first = place(writer, 'teh')
    const second = place(writer, 'wrod')
    replaceEach([at(first, 'the'), at(second, 'word', 4)])(writer.editor.state, (tr) =>
      writer.editor.view.dispatch(tr),
    )
  }
  const says = ({ doc }: ReturnType<typeof open>, view: 'was' | 'will'): readonly string[] =>
    readContent(doc, view).body.map((block) => ('spans' in block ? spansText(block.spans) : ''))

  test('several are one step of undo', () => {
    const writer = open(false)
    fix(writer)
    expect(says(writer, 'will')).toEqual(['the one', 'two word'])
    writer.undo.manager.undo()
    expect(says(writer, 'will')).toEqual(['teh one', 'two wrod'])
    writer.undo.manager.redo()
    expect(says(writer, 'will')).toEqual(['the one', 'two word'])
  })

  test('while suggesting each is one suggestion, and the text of before stays', () => {
    const writer = open(true)
    fix(writer)
    expect(says(writer, 'was')).toEqual(['teh one', 'two wrod'])
    expect(says(writer, 'will')).toEqual(['the one', 'two word'])
    expect(openSuggestions(writer.doc)).toHaveLength(2)
    expect(drawn(writer).join(' ')).toContain('del(')
    writer.undo.manager.undo()
    expect(openSuggestions(writer.doc)).toEqual([])
  })
})
