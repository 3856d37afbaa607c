import { EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyEvents } from '../../../src/editor/binding/apply-events.ts'
import { headAt } from '../../../src/editor/binding/head-at.ts'
import { renderBody } from '../../../src/editor/binding/render-text.ts'
import { bodySchema } from '../documents.ts'
import type { Part } from './texts.ts'
import { paragraph, textOf } from './texts.ts'

// ¶ab at 0, a bullet at 3, the rule at 5, a picture at 6, a quote with nested keys at 7.
const BODY: readonly Part[] = [
  paragraph,
  'ab',
  { kind: 'bullet', level: 1 },
  'c',
  { atom: 'rule' },
  { atom: 'picture', photo: 'p' },
  { kind: 'quote' },
  'd',
]

function apply(change: (text: Y.Text, head: (index: number) => Y.Map<unknown>) => void, parts = BODY) {
  const text = textOf(...parts)
  const head = (index: number): Y.Map<unknown> => {
    const found = headAt(text, index)
    if (!found) throw new Error(`No head at ${index}`)
    return found
  }
  const { nodes, order } = renderBody(bodySchema, text)
  const { tr } = EditorState.create({ doc: bodySchema.topNodeType.create(null, [...nodes]) })
  const before = tr.doc
  let done: boolean | null = null
  // oxlint-disable-next-line no-explicit-any -- Yjs types deep events so.
  const observe = (events: readonly Y.YEvent<any>[]): void => {
    done = applyEvents(tr, text, order, events)
  }
  text.observeDeep(observe)
  text.doc?.transact(() => change(text, head), 'network')
  const wanted = bodySchema.topNodeType.create(null, [...renderBody(bodySchema, text).nodes])
  return { done, tr, before, same: tr.doc.eq(wanted) }
}

describe('news of heads', () => {
  it.each<readonly [string, (text: Y.Text, head: (index: number) => Y.Map<unknown>) => void]>([
    ['another kind', (_, head) => head(0).set('kind', 'heading2')],
    ['a kind that this Stet does not know', (_, head) => head(0).set('kind', 'kicker')],
    ['a kind that is no text', (_, head) => head(0).set('kind', 7)],
    ['another level', (_, head) => head(3).set('level', 4)],
    ['a level past the deepest', (_, head) => head(3).set('level', 99)],
    ['a level that is none', (_, head) => head(3).set('level', 'deep')],
    ['no level any more', (_, head) => head(3).delete('level')],
    ['a key of a newer Stet', (_, head) => head(7).set('by', { name: 'x' })],
    ['another photo', (_, head) => head(6).set('photo', 'q')],
    ['no photo: a picture of nothing', (_, head) => head(6).delete('photo')],
    [
      'a head and words at once',
      (text, head) => {
        head(3).set('kind', 'number')
        text.insert(1, '\u{1F600}', {})
      },
    ],
    [
      'a head that is changed and then goes',
      (text, head) => {
        head(3).set('kind', 'number')
        text.delete(3, 1)
      },
    ],
    [
      'several heads',
      (_, head) => {
        head(0).set('kind', 'quote')
        head(6).set('photo', 'q')
        head(7).set('kind', 'paragraph')
      },
    ],
  ])('%s', (_, change) => {
    expect(apply(change)).toMatchObject({ done: true, same: true })
  })

  it('a change of kind keeps the words of the block, and touches no other', () => {
    const { tr, before } = apply((_, head) => head(0).set('kind', 'heading2'))
    expect(tr.steps.map((step) => (step.toJSON() as { stepType: string }).stepType)).toEqual(['attr'])
    expect([1, 2, 3, 4].every((index) => tr.doc.child(index) === before.child(index))).toBe(true)
  })

  it.each<readonly [string, (text: Y.Text, head: (index: number) => Y.Map<unknown>) => void]>([
    ['a block was moved', (_, head) => head(0).set('place', '{"after":[7,4],"rank":1}')],
    ['a start became a seam', (_, head) => head(3).set('kind', 'seam')],
    ['a start became an atom', (_, head) => head(3).set('atom', 'rule')],
    ['an atom became a start', (_, head) => head(5).delete('atom')],
    [
      'a placed block came',
      (text) =>
        text.insertEmbed(0, new Y.Map(Object.entries({ kind: 'quote', place: '{"after":"top"}' })), {}),
    ],
    ['a seam came', (text) => text.insertEmbed(2, new Y.Map([['kind', 'seam']]), {})],
  ])('where %s, everything is to be drawn anew', (_, change) => {
    expect(apply(change).done).toBe(false)
  })

  it('so it is where a type inside of a head changed', () => {
    const nested = new Y.Map<unknown>([['deep', new Y.Text('x')]])
    const text = textOf(paragraph, 'ab')
    text.insertEmbed(3, nested, {})
    const { tr } = EditorState.create({
      doc: bodySchema.topNodeType.create(null, [...renderBody(bodySchema, text).nodes]),
    })
    let done = true
    text.observeDeep((events) => {
      done = applyEvents(tr, text, null, events)
    })
    ;(nested.get('deep') as Y.Text).insert(0, 'y')
    expect(done).toBe(false)
  })

  it('a seam that becomes a block parts what it joined: drawn anew', () => {
    const { done } = apply(
      (_, head) => head(2).set('kind', 'paragraph'),
      [paragraph, 'a', { kind: 'seam' }, 'b'],
    )
    expect(done).toBe(false)
  })

  it('a change of a block that is shown elsewhere finds it there', () => {
    const moved: readonly Part[] = [
      { kind: 'paragraph', place: '{"after":[7,4],"rank":1}' },
      'a',
      paragraph,
      'b',
    ]
    const { done, same, tr } = apply((_, head) => head(0).set('kind', 'quote'), moved)
    expect([done, same, tr.doc.child(1).attrs['kind']]).toEqual([true, true, 'quote'])
  })
})
