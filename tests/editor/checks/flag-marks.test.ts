import type { Transaction } from '@tiptap/pm/state'
import { EditorState } from '@tiptap/pm/state'
import type { Decoration } from '@tiptap/pm/view'
import { describe, expect, test } from 'vitest'
import { drawFlags, flagAt, flagMarks, rangeOfFlag } from '../../../src/editor/checks/flag-marks.ts'
import type { LocatedFlag } from '../../../src/editor/checks/locate-flags.ts'
import type { TextFlag } from '../../../src/editor/checks/text-flags.ts'
import { stateOf } from '../documents.ts'

const plugin = flagMarks()
const open = (...rows: readonly string[]): EditorState =>
  EditorState.create({ doc: stateOf(rows).doc, plugins: [plugin] })

/** A flag on the first of some words of a document of one block. */
function on(state: EditorState, words: string, more: Partial<TextFlag> = {}): LocatedFlag {
  const from = state.doc.textContent.indexOf(words)
  const flag: TextFlag = {
    id: words,
    kind: 'spelling',
    weight: 'fault',
    block: 0,
    from,
    to: from + words.length,
    words,
    ...more,
  }
  return { flag, from: from + 1, to: from + 1 + words.length }
}
function draw(
  state: EditorState,
  located: readonly LocatedFlag[],
  active: string | null = null,
): EditorState {
  const tr = drawFlags(state, { located, active })
  return tr ? state.apply(tr) : state
}
const marks = (state: EditorState): readonly Decoration[] => plugin.getState(state)?.find() ?? []
const drawn = (state: EditorState): readonly string[] =>
  marks(state).map(({ from, to }) => state.doc.textBetween(from, to))
const after = (state: EditorState, change: (tr: Transaction) => Transaction): EditorState =>
  state.apply(change(state.tr))

type Case = readonly [what: string, change: (tr: Transaction) => Transaction, left: readonly string[]]

/** "one three five seven", with "three" and "five" flagged. */
const CASES: readonly Case[] = [
  ['typing elsewhere moves them along', (tr) => tr.insertText('zero ', 1), ['three', 'five']],
  ['a letter in a word takes its mark off', (tr) => tr.insertText('x', 7), ['five']],
  ['a letter at the end of it does too', (tr) => tr.insertText('s', 10), ['five']],
  ['and one before it', (tr) => tr.insertText('x', 5), ['five']],
  ['a possessive goes on with the word', (tr) => tr.insertText('’s', 10), ['five']],
  ['a full stop behind it is no part of it', (tr) => tr.insertText('.', 10), ['three', 'five']],
  ['nor is a space before it', (tr) => tr.insertText('well ', 5), ['three', 'five']],
  ['nor a bracket', (tr) => tr.insertText('(', 5), ['three', 'five']],
  ['a letter deleted in it takes the mark off', (tr) => tr.delete(6, 7), ['five']],
  ['the space between two joins them: both go', (tr) => tr.delete(10, 11), []],
  ['words that are replaced have none', (tr) => tr.insertText('four', 5, 10), ['five']],
  ['a stretch over both takes both', (tr) => tr.delete(2, 14), []],
  ['two steps in one transaction count each', (tr) => tr.insertText('a ', 1).insertText('x', 9), ['five']],
  ['bold changes no word', (tr) => tr.addMark(5, 10, tr.doc.type.schema.mark('bold')), ['three', 'five']],
]

describe('while somebody writes', () => {
  test.each(CASES)('%s', (_what, change, left) => {
    const state = open('one three five seven')
    const marked = draw(state, [on(state, 'three'), on(state, 'five')])
    expect(drawn(marked)).toEqual(['three', 'five'])
    expect(drawn(after(marked, change))).toEqual(left)
  })

  test('no mark ever stands on other words than its flag’s', () => {
    const state = open('one three five seven')
    for (let at = 1; at <= 21; at++)
      for (const put of ['x', ' ', '.', '’', '🙂']) {
        const marked = draw(state, [on(state, 'three'), on(state, 'five')])
        const now = after(marked, (tr) => tr.insertText(put, Math.min(at, state.doc.content.size - 1)))
        for (const words of drawn(now)) expect(['three', 'five']).toContain(words)
      }
  })
})

describe('drawing', () => {
  test('puts what is new, takes off what is gone, and leaves the rest as it is', () => {
    const state = open('one three five seven')
    const first = draw(state, [on(state, 'three'), on(state, 'five')])
    const second = draw(first, [on(state, 'five'), on(state, 'seven')])
    expect(drawn(second)).toEqual(['five', 'seven'])
    const typeOf = (mark: Decoration | undefined): unknown => (mark as unknown as { type: unknown }).type
    expect(typeOf(marks(second)[0])).toBe(typeOf(marks(first)[1]))
    expect(drawn(draw(second, []))).toEqual([])
  })

  test('is no transaction where nothing differs, and none for the history where something does', () => {
    const state = open('one three')
    expect(drawFlags(state, { located: [], active: null })).toBeNull()
    const located = [on(state, 'three')]
    const tr = drawFlags(state, { located, active: null })
    expect(tr?.getMeta('addToHistory')).toBe(false)
    expect(drawFlags(draw(state, located), { located, active: null })).toBeNull()
  })

  test('shows kind, weight and which one is looked at', () => {
    const state = open('one three')
    const flag = on(state, 'three', { kind: 'consistency', weight: 'advice' })
    const attributes = (active: string | null): unknown =>
      (marks(draw(state, [flag], active))[0] as unknown as { type: { attrs: unknown } }).type.attrs
    expect(attributes(null)).toMatchObject({
      'data-flag': 'three',
      'data-flag-kind': 'consistency',
      'data-flag-weight': 'advice',
    })
    expect(attributes(null)).not.toHaveProperty('data-flag-active')
    expect(attributes('three')).toHaveProperty('data-flag-active')
  })
})

describe('asking', () => {
  test('what is at a place gives the most exact flag', () => {
    const state = open('one three five')
    const marked = draw(state, [
      on(state, 'three five'),
      on(state, 'five'),
      on(state, 'five', { id: 'other' }),
    ])
    expect(flagAt(marked, 6)).toBe('three five')
    expect(flagAt(marked, 13)).toBe('five')
    expect(flagAt(marked, 2)).toBeNull()
  })

  test('where a flag is goes along with edits, and is nowhere once its words are edited', () => {
    const state = open('one three')
    const marked = draw(state, [on(state, 'three')])
    expect(rangeOfFlag(marked, 'three')).toEqual({ from: 5, to: 10 })
    expect(
      rangeOfFlag(
        after(marked, (tr) => tr.insertText('a ', 1)),
        'three',
      ),
    ).toEqual({ from: 7, to: 12 })
    expect(
      rangeOfFlag(
        after(marked, (tr) => tr.delete(6, 8)),
        'three',
      ),
    ).toBeNull()
    expect(rangeOfFlag(marked, 'none')).toBeNull()
    expect(flagAt(EditorState.create({ doc: state.doc }), 6)).toBeNull()
  })
})
