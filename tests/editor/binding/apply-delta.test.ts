import type { Transaction } from '@tiptap/pm/state'
import { EditorState } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DeltaOperation } from '../../../src/editor/binding/apply-delta.ts'
import { applyDelta } from '../../../src/editor/binding/apply-delta.ts'
import { indexMap } from '../../../src/editor/binding/positions.ts'
import { renderBody, renderLine } from '../../../src/editor/binding/render-text.ts'
import { bodySchema, lineSchema } from '../documents.ts'
import type { Part } from './texts.ts'
import { paragraph, textOf } from './texts.ts'

type Applied = {
  readonly done: boolean
  readonly tr: Transaction
  readonly wanted: unknown
  readonly before: unknown
}

/** Changes a text, applies what its event says to a document, and gives that beside what the text would be drawn as. */
function apply(text: Y.Text, change: (text: Y.Text) => void, line = false): Applied {
  const schema = line ? lineSchema : bodySchema
  const render = () => (line ? renderLine(schema, text) : renderBody(schema, text))
  const { nodes, order } = render()
  const { tr } = EditorState.create({ doc: schema.topNodeType.create(null, [...nodes]) })
  const before: unknown = tr.doc.toJSON()
  let done = true
  const observe = (event: Y.YTextEvent): void => {
    done = applyDelta(tr, event.delta as readonly DeltaOperation[], indexMap(tr.doc, order))
  }
  text.observe(observe)
  text.doc?.transact(() => change(text), 'network')
  text.unobserve(observe)
  if (done) tr.doc.check()
  return { done, tr, before, wanted: schema.topNodeType.create(null, [...render().nodes]).toJSON() }
}

const head = (fields: Readonly<Record<string, unknown>>): Y.Map<unknown> => new Y.Map(Object.entries(fields))
const bold = { bold: true }

// ¶ab ¶quote:cd ■ ¶ ¶⏎e
const BODY: readonly Part[] = [
  paragraph,
  'ab',
  { kind: 'quote' },
  'c\u{1F600}d',
  { atom: 'rule' },
  paragraph,
  paragraph,
  null,
  ['e', bold],
]

const CASES: readonly (readonly [string, (text: Y.Text) => void])[] = [
  ['a letter first', (text) => text.insert(1, 'x', {})],
  ['a letter last', (text) => text.insert(text.length, 'x', bold)],
  ['words before every start', (text) => text.insert(0, 'orphan', {})],
  ['words behind the rule', (text) => text.insert(9, 'tail', {})],
  ['words in an empty block', (text) => text.insert(10, 'שלום', {})],
  ['a new block', (text) => text.insertEmbed(2, head({ kind: 'bullet', level: 2 }), {})],
  [
    'a picture in the middle of words',
    (text) => text.insertEmbed(5, head({ atom: 'picture', photo: 'p' }), {}),
  ],
  ['a block of a newer Stet', (text) => text.insertEmbed(0, head({ atom: 'poll', ask: '?' }), {})],
  ['an inline thing of a newer Stet', (text) => text.insertEmbed(2, { chart: 7 }, {})],
  ['a Yjs type inline', (text) => text.insertEmbed(2, new Y.Text('inner'), {})],
  ['an emoji goes', (text) => text.delete(5, 2)],
  ['a start goes, and its words join', (text) => text.delete(3, 1)],
  ['the first start goes', (text) => text.delete(0, 1)],
  ['the rule goes', (text) => text.delete(8, 1)],
  ['the empty block goes', (text) => text.delete(9, 1)],
  ['words of three blocks go', (text) => text.delete(2, 8)],
  ['everything goes', (text) => text.delete(0, text.length)],
  ['bold on', (text) => text.format(4, 3, bold)],
  ['bold off', (text) => text.format(12, 1, { bold: null })],
  ['a link over a break', (text) => text.format(11, 2, { link: 'https://a.example' })],
  [
    'several places at once',
    (text) => {
      text.insert(1, 'x', {})
      text.delete(5, 1)
      text.format(2, 1, { note: true })
      text.insert(text.length, '!', {})
    },
  ],
]

describe('what others did to a body', () => {
  it.each(CASES)('%s', (_, change) => {
    const { done, tr, wanted } = apply(textOf(...BODY), change)
    expect(done).toBe(true)
    expect(tr.doc.toJSON()).toEqual(wanted)
  })

  it('touches only the blocks in which something changed', () => {
    const text = textOf(...BODY)
    const before = renderBody(bodySchema, text).nodes
    const { tr } = apply(text, (each) => each.insert(5, 'x', {}))
    expect(tr.steps.map((step) => step.toJSON() as unknown)).toMatchObject([{ from: 6, to: 6 }])
    expect(before.map((node, index) => tr.doc.child(index).eq(node))).toEqual([true, false, true, true, true])
  })

  it.each<readonly [string, (text: Y.Text) => void]>([
    ['formats over a start', (text) => text.format(2, 3, bold)],
    ['a start that is bold itself', (text) => text.insertEmbed(3, head(paragraph), bold)],
    ['formats over the rule', (text) => text.format(8, 1, bold)],
    ['half an emoji that goes', (text) => text.delete(5, 1)],
    ['the other half that goes', (text) => text.delete(6, 1)],
    ['words put into an emoji', (text) => text.insert(6, 'x', {})],
    ['a format over half an emoji', (text) => text.format(4, 2, bold)],
  ])('%s want the whole text drawn anew, and leave the document as it is', (_, change) => {
    const { done, tr } = apply(textOf(...BODY), change)
    expect([done, tr.docChanged]).toEqual([false, false])
  })

  it('so does very much at once', () => {
    const places = Array.from({ length: 60 }, (_, index) => index * 3)
    const { done, tr } = apply(textOf(paragraph, 'ab'.repeat(100)), (text) => {
      for (const place of places) text.insert(1 + place, 'X', {})
    })
    expect([done, tr.docChanged]).toEqual([false, false])
  })
})

describe('what others did to a line', () => {
  it.each<readonly [string, (text: Y.Text) => void]>([
    ['typed', (text) => text.insert(0, '\u{1F600}', {})],
    ['deleted all of it', (text) => text.delete(0, text.length)],
    ['put the start of a block in', (text) => text.insertEmbed(1, head(paragraph), {})],
    ['made all of it bold', (text) => text.format(0, text.length, bold)],
    ['broke it', (text) => text.insertEmbed(1, { br: 1 }, {})],
  ])('%s', (_, change) => {
    const { done, tr, wanted } = apply(textOf('ab', ['c', bold]), change, true)
    expect(done).toBe(true)
    expect(tr.doc.toJSON()).toEqual(wanted)
  })
})

describe('where a block was moved', () => {
  // The second start is unit 4 of person 7, whose first one holds two keys. Shown: "b" with its words, then "a", then "c".
  const moved = (): Y.Text =>
    textOf({ kind: 'paragraph', place: '{"after":[7,4],"rank":1}' }, 'a', paragraph, 'b', paragraph, 'c')

  it('shows the moved block elsewhere', () => {
    const { nodes, order } = renderBody(bodySchema, moved())
    expect([nodes.map((node) => node.textContent).join(''), order]).toEqual(['bac', [1, 0, 2]])
  })

  it.each<readonly [string, (text: Y.Text) => void]>([
    ['typing in the moved block', (text) => text.insert(2, '!', {})],
    ['typing in the one before it', (text) => text.insert(4, '!', {})],
    ['deleting its words', (text) => text.delete(1, 1)],
    ['bold words', (text) => text.format(5, 1, bold)],
  ])('%s goes where the block is', (_, change) => {
    const { done, tr, wanted } = apply(moved(), change)
    expect(done).toBe(true)
    expect(tr.doc.toJSON()).toEqual(wanted)
  })

  it.each<readonly [string, (text: Y.Text) => void]>([
    ['a new start', (text) => text.insertEmbed(2, head(paragraph), {})],
    ['a start that goes', (text) => text.delete(2, 1)],
    ['words first of all', (text) => text.insert(0, 'x', {})],
    ['words of two runs', (text) => text.delete(1, 3)],
  ])('%s wants everything drawn anew', (_, change) => {
    const { done, tr } = apply(moved(), change)
    expect([done, tr.docChanged]).toEqual([false, false])
  })
})

/** Is this place between the halves of an emoji? */
function isInPair(text: Y.Text, place: number): boolean {
  let from = 0
  for (const { insert } of text.toDelta() as readonly { readonly insert: unknown }[]) {
    const words = typeof insert === 'string' ? insert : '\uFFFC'
    if (place < from + words.length)
      return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(words.slice(place - from - 1, place - from + 1))
    from += words.length
  }
  return false
}

it('whatever is done, the document is what the text says, or says that it is not', () => {
  const edit = fc.record({
    what: fc.constantFrom('type', 'delete', 'start', 'atom', 'bold', 'break'),
    at: fc.nat(30),
    count: fc.integer({ min: 1, max: 5 }),
  })
  let done = 0
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const applied = apply(textOf(...BODY), (text) => {
        for (const { what, at: anywhere, count } of edits) {
          const at = anywhere % (text.length + 1)
          const most = Math.min(count, text.length - at)
          // One cut through an emoji is seen; of several edits in one transaction Yjs tells only what they came to.
          if (edits.length > 1 && [at, at + most].some((place) => isInPair(text, place))) continue
          if (what === 'type') text.insert(at, 'x'.repeat(count), {})
          if (what === 'start') text.insertEmbed(at, head({ kind: 'quote' }), {})
          if (what === 'atom') text.insertEmbed(at, head({ atom: 'rule' }), {})
          if (what === 'break') text.insertEmbed(at, { br: 1 }, {})
          if (what === 'delete' && most > 0) text.delete(at, most)
          if (what === 'bold' && most > 0) text.format(at, most, bold)
        }
      })
      if (applied.done) done += 1
      expect(applied.tr.doc.toJSON()).toEqual(applied.done ? applied.wanted : applied.before)
    }),
  )
  expect(done).toBeGreaterThan(20)
})
