import { describe, expect, test } from 'vitest'
import { readContent } from '../../../src/domain/read-content.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import type { FindQuery } from '../../../src/editor/find/find-words.ts'
import { findWords } from '../../../src/editor/find/find-words.ts'
import { replaceWords } from '../../../src/editor/find/replace-words.ts'
import { rowsOf, stateOf, run } from '../documents.ts'
import { openSuggesting, paragraphs, place, storyDoc } from '../suggest/suggesting-writer.ts'

const query = (words: string, more: Partial<FindQuery> = {}): FindQuery => ({
  words,
  matchCase: false,
  wholeWords: false,
  ...more,
})

const CASES: readonly (readonly [
  name: string,
  rows: readonly string[],
  query: FindQuery,
  rows: readonly string[],
])[] = [
  ['everywhere', ['port of port', '- Port'], query('port'), ['X of X', '- X']],
  ['letter by letter', ['Port port'], query('port', { matchCase: true }), ['Port X']],
  ['whole words', ['port ports export port’s'], query('port', { wholeWords: true }), ['X ports export X’s']],
  ['words with signs around them', ['(a+b) a+b'], query('a+b', { wholeWords: true }), ['(X) X']],
  ['not into each other', ['aaaa'], query('aa'), ['XX']],
  ['not over blocks', ['one two', 'three'], query('two three'), ['one two', 'three']],
  ['over a new line of a block no words', ['one⏎two'], query('onetwo'), ['one⏎two']],
  ['letters that grow in small', ['İstanbul port'], query('PORT'), ['İstanbul X']],
  ['nothing', ['one'], query(''), ['one']],
]

test.each(CASES)('finds and replaces %s', (_, rows, wanted, expected) => {
  const state = stateOf(rows)
  const found = findWords(state, wanted)
  const next = run(replaceWords(found, 'X'), state)
  expect(rowsOf(next ?? state).map((row) => row.replaceAll('|', ''))).toEqual(expected)
})

describe('while suggesting', () => {
  test('struck words are not found, and words on both sides of them are', () => {
    const { editor } = ((writer) => {
      const from = place(writer, 'old ')
      writer.editor.view.dispatch(writer.editor.state.tr.delete(from, from + 4))
      return writer
    })(openSuggesting(storyDoc({ body: paragraphs('the old port', 'old port') })))
    expect(findWords(editor.state, query('old')).length).toBe(1)
    const [found] = findWords(editor.state, query('the port'))
    expect(editor.state.doc.textBetween(found?.from ?? 0, found?.to ?? 0)).toBe('the old port')
  })

  test('each replacement is a suggestion of its own, and one step of undo', () => {
    const doc = storyDoc({ body: paragraphs('harbor and harbor', 'a harbor') })
    const { editor, undo } = openSuggesting(doc)
    const before = readContent(doc)
    const command = replaceWords(findWords(editor.state, query('harbor')), 'port')
    expect(command(editor.state, (tr) => editor.view.dispatch(tr))).toBe(true)
    expect(openSuggestions(doc).map(({ before: was, after }) => [was, after])).toEqual([
      ['harbor', 'port'],
      ['harbor', 'port'],
      ['harbor', 'port'],
    ])
    expect(readContent(doc, 'was')).toEqual(before)
    undo.manager.undo()
    expect(openSuggestions(doc)).toEqual([])
    expect(readContent(doc)).toEqual(before)
  })
})
