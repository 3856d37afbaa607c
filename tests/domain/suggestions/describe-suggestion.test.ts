import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/domain/json.ts'
import { setWords } from '../../../src/domain/suggestions/describe-suggestion.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import type { SuggestionKind } from '../../../src/domain/suggestions/suggestion.ts'
import type { Reviewer } from './reviewed.ts'
import { reviewer, storyOf } from './reviewed.ts'

type Row = readonly [kind: SuggestionKind, before: string, after: string, what: string]

describe('as a list says it', () => {
  it.each<readonly [string, (ann: Reviewer) => unknown, Row]>([
    ['an insertion', (ann) => ann.insert('new ', 'beta'), ['text', '', 'new ', '']],
    ['a deletion', (ann) => ann.strike('beta'), ['text', 'beta', '', '']],
    ['a replacement', (ann) => ann.replace('beta', 'BETA'), ['text', 'beta', 'BETA', '']],
    ['a format', (ann) => ann.format('beta', { bold: true }), ['format', 'beta', 'beta', 'Bold']],
    [
      'two formats: words are quoted once',
      (ann) => ann.format('beta', { bold: true, italic: true }),
      ['format', 'beta', 'beta', 'Bold. Italic'],
    ],
    [
      'a replacement in bold',
      (ann) => {
        const one = ann.replace('beta', 'BETA')
        ann.format('gamma', { bold: true }, one)
      },
      ['text', 'beta', 'BETA', 'Bold'],
    ],
    [
      'a kind: the block’s beginning is quoted',
      (ann) => ann.keys('Alpha', { kind: 'heading2' }),
      ['block', 'Alpha beta gamma.', 'Alpha beta gamma.', 'Heading 2 instead of paragraph'],
    ],
    [
      'a level',
      (ann) => ann.keys('Alpha', { level: 1 }),
      ['block', 'Alpha beta gamma.', 'Alpha beta gamma.', 'Level 2 instead of 1'],
    ],
    [
      'a move',
      (ann) => ann.keys('Delta', { place: '{"after":"top","rank":1}' }),
      ['move', 'Delta.', 'Delta.', 'Moved'],
    ],
    ['a new paragraph', (ann) => ann.split('gamma'), ['block', '', '', 'New paragraph']],
    [
      'a new paragraph with words',
      (ann) => {
        const one = ann.split('gamma')
        ann.insert('New ', 'gamma', one)
      },
      ['text', '', 'New ', 'New paragraph'],
    ],
    ['a join', (ann) => ann.join('Delta'), ['block', '', '', 'Paragraphs joined']],
    [
      'words over a block’s end',
      (ann) => ann.strike('gamma.¶Delta'),
      ['text', 'gamma. ¶ Delta', '', 'Paragraphs joined'],
    ],
    ['a field', (ann) => ann.propose('slug', 'quay'), ['field', '', 'quay', '']],
    ['a list of words', (ann) => ann.propose('keywords', ['a', 'b']), ['field', '', 'a, b', '']],
    ['what is no text', (ann) => ann.propose('photo:p:crop', { x: 0 }), ['field', '', '{"x":0}', '']],
    ['a field made empty', (ann) => ann.propose('photo:p:alt', ''), ['field', 'A quay', '', '']],
  ])('%s', (_, write, row) => {
    const doc = storyOf('Alpha beta gamma.', 'Delta.')
    write(reviewer(doc))
    const all = openSuggestions(doc)
    expect(all.map(({ kind, before, after, what }) => [kind, before, after, what])).toEqual([row])
  })

  it('quotes no more than a line of a long block', () => {
    const doc = storyOf('word '.repeat(100))
    reviewer(doc).keys('word', { kind: 'quote' })
    expect(openSuggestions(doc)[0]?.before.length).toBe(80)
  })

  it('words that were only made bold and italic elsewhere are quoted together', () => {
    const doc = storyOf('Alpha beta gamma.')
    const ann = reviewer(doc)
    const one = ann.format('Alpha', { bold: true })
    ann.format('gamma', { bold: true }, one)
    expect(openSuggestions(doc)[0]).toMatchObject({ before: 'Alphagamma', what: 'Bold' })
  })
})

it.each<readonly [string, Json, Json, string]>([
  ['bold', null, true, 'Bold'],
  ['bold', true, null, 'No longer bold'],
  ['note', null, true, 'Made a note'],
  ['note', true, null, 'No longer a note'],
  ['glow', null, true, 'Glow'],
  ['link', null, 'https://a.test', 'Link to https://a.test'],
  ['link', 'https://a.test', 'https://b.test', 'Link to https://b.test instead of https://a.test'],
  ['link', 'https://a.test', null, 'Link to https://a.test taken away'],
  ['kind', null, 'heading3', 'Heading 3 instead of paragraph'],
  ['kind', 'number', 'bullet', 'Bullet instead of numbered item'],
  ['kind', 'paragraph', 'of a newer Stet', 'of a newer Stet instead of paragraph'],
  ['level', null, 2, 'Level 3 instead of 1'],
  ['level', 1, null, 'Level 1 instead of 2'],
  ['place', null, '{}', 'Moved'],
])('%s from %j to %j is “%s”', (name, was, to, words) => {
  expect(setWords(name, was, to)).toBe(words)
})
