// @vitest-environment jsdom
import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Writer } from './writer.ts'
import { docFrom, isTrue, openWriter, plainText, shown } from './writer.ts'

type Row = readonly [insert: unknown, attributes?: Record<string, unknown>]

const head = (fields: Record<string, unknown>): Y.Map<unknown> => new Y.Map(Object.entries(fields))
const start = (kind: unknown = 'paragraph', more: Record<string, unknown> = {}): Y.Map<unknown> =>
  head({ kind, ...more })
const place = (after: unknown, rank: unknown = 1): string => JSON.stringify({ after, rank })

/** Text that no editor of ours would write, and what is shown of it. */
const CASES: readonly (readonly [string, () => readonly Row[], readonly string[]])[] = [
  ['nothing', () => [], ['']],
  ['only text', () => [['just text']], ['just text']],
  ['text before the first start', () => [['orphan'], [start()], ['b']], ['orphan', 'b']],
  [
    'text after an atom',
    () => [[start()], ['a'], [head({ atom: 'picture', photo: 'p' })], ['tail'], [start('quote')], ['q']],
    ['a', '[p]', 'tail', 'q'],
  ],
  ['starts without text', () => [[start()], [start()], [start('quote')]], ['', '', '']],
  ['atoms alone', () => [[head({ atom: 'rule' })], [head({ atom: 'rule' })]], ['[rule]', '[rule]']],
  ['a start without kind', () => [[head({})], ['x']], ['x']],
  ['a kind that is no text', () => [[start(7)], ['x']], ['x']],
  ['an unknown kind', () => [[start('kicker')], ['k']], ['k']],
  [
    'a level that is none',
    () => [[start('bullet', { level: 'deep' })], ['x'], [start('bullet', { level: 99 })]],
    ['x', ''],
  ],
  ['unknown keys', () => [[start('paragraph', { align: 'left', deep: { a: [1] } })], ['x']], ['x']],
  ['a nested type in a start', () => [[start('paragraph', { inner: new Y.Text('t') })], ['x']], ['x']],
  ['an unknown atom', () => [[start()], ['a'], [head({ atom: 'hologram', x: 1 })]], ['a', '[unknownBlock]']],
  ['a picture of nothing', () => [[head({ atom: 'picture' })], [start()], ['a']], ['[unknownBlock]', 'a']],
  ['an unknown inline embed', () => [[start()], ['a'], [{ chart: 7 }], ['b']], ['ab']],
  ['an array as embed', () => [[start()], ['a'], [[1, 2]], ['b']], ['ab']],
  ['a Yjs text as embed', () => [[start()], ['a'], [new Y.Text('inner')], ['b']], ['ab']],
  [
    'unknown attributes',
    () => [[start()], ['a'], ['weird', { sparkle: 3, bold: 'very', link: 4 }]],
    ['aweird'],
  ],
  [
    'an attribute that is an object',
    () => [[start()], ['a', { who: { id: 1 } }], ['b', { who: { id: 1 } }]],
    ['ab'],
  ],
  ['attributes on a start', () => [[start(), { bold: true }], ['abc', { bold: true }], ['d']], ['abcd']],
  ['line feeds', () => [[start()], ['a\nb\r\n']], ['a\nb\r\n']],
  ['half an emoji, which no update can carry', () => [[start()], ['a\uD83D']], ['a\uFFFD']],
  ['a seam first of all', () => [[start('seam')], ['s'], [start()], ['b']], ['s', 'b']],
  ['a seam after an atom', () => [[head({ atom: 'rule' })], [start('seam')], ['s']], ['[rule]', 's']],
  ['a seam where it has no business', () => [[start()], ['a'], [start('seam')], ['s']], ['as']],
  [
    'a place that is no JSON',
    () => [[start('paragraph', { place: '{' })], ['a'], [start()], ['b']],
    ['a', 'b'],
  ],
  [
    'a place that is no place',
    () => [[start('paragraph', { place: place(7) })], ['a'], [start('quote', { place: 5 })]],
    ['a', ''],
  ],
  [
    'a place after nothing known',
    () => [[start('paragraph', { place: place([9, 9]) })], ['a'], [start()], ['b']],
    ['a', 'b'],
  ],
  [
    'a place after itself',
    () => [[start('paragraph', { place: place([1, 0]) })], ['a'], [start()], ['b']],
    ['a', 'b'],
  ],
  [
    'a place at the top',
    () => [[start()], ['a'], [start('paragraph', { place: place('top', 'x') })], ['b']],
    ['b', 'a'],
  ],
]

function open(rows: readonly Row[]): Writer {
  const seed = new Y.Doc()
  seed.clientID = 1
  const text = seed.getText('body')
  for (const [insert, attributes] of rows) {
    if (typeof insert === 'string') text.insert(text.length, insert, { ...attributes })
    else text.insertEmbed(text.length, insert as object, { ...attributes })
  }
  return openWriter(docFrom(Y.encodeStateAsUpdate(seed), 5))
}

const attempt = (writer: Writer, edit: (writer: Writer, pos: number) => void): void => {
  const { pos } = TextSelection.atStart(writer.editor.state.doc).$from
  if (writer.editor.state.doc.resolve(pos).parent.isTextblock) edit(writer, pos)
}

describe.each(CASES)('%s', (_, rows, blocks) => {
  it('is shown, and not written back by showing it', () => {
    const writer = open(rows())
    let writes = 0
    writer.doc.on('update', () => {
      writes += 1
    })
    expect(shown(writer)).toEqual(blocks)
    expect(isTrue(writer)).toBe(true)
    expect(writes).toBe(0)
    writer.close()
  })

  it('can be edited, by both sides, and nothing of it goes', () => {
    const writer = open(rows())
    const before = plainText(writer.text)
    const { view } = writer.editor
    const edits: readonly [string, (writer: Writer, pos: number) => void][] = [
      [
        'type',
        (_, pos) => {
          view.dispatch(view.state.tr.insertText('TYPED', pos))
        },
      ],
      [
        'split',
        (_, pos) => {
          view.dispatch(view.state.tr.split(pos + 2))
        },
      ],
      [
        'kind',
        (_, pos) => {
          view.dispatch(view.state.tr.setNodeAttribute(pos - 1, 'kind', 'heading2'))
        },
      ],
      [
        'join',
        () => {
          const { doc } = view.state
          const second = doc.maybeChild(0)?.nodeSize ?? 0
          if (doc.maybeChild(0)?.isTextblock && doc.maybeChild(1)?.isTextblock)
            view.dispatch(view.state.tr.join(second))
        },
      ],
      [
        'move',
        () => {
          const { doc } = view.state
          const first = doc.maybeChild(0)
          if (first && doc.childCount > 1) {
            view.dispatch(
              view.state.tr.delete(0, first.nodeSize).insert(doc.content.size - first.nodeSize, first),
            )
          }
        },
      ],
      [
        'remote',
        () => {
          const other = docFrom(Y.encodeStateAsUpdate(writer.doc), 6)
          other.getText('body').insert(0, 'R')
          Y.applyUpdate(writer.doc, Y.encodeStateAsUpdate(other))
        },
      ],
      [
        'undo',
        () => {
          for (let k = 0; k < 20; k++) writer.undo.manager.undo()
        },
      ],
      [
        'redo',
        () => {
          for (let k = 0; k < 20; k++) writer.undo.manager.redo()
        },
      ],
    ]
    for (const [name, edit] of edits) {
      attempt(writer, edit)
      expect([name, isTrue(writer)]).toEqual([name, true])
    }
    // Joining blocks makes breaks of line feeds: ProseMirror does, knowing that the schema has such a node.
    for (const character of before.replace(/\s/g, '')) expect(plainText(writer.text)).toContain(character)
    writer.close()
  })
})

describe('what leaks over a start', () => {
  it('is ignored from there on, and mended where that block is next edited', () => {
    const writer = open([[start()], ['one'], [start(), { bold: true }], ['two', { bold: true }], ['three']])
    const second = (): string => JSON.stringify(writer.editor.state.doc.child(1).toJSON())
    expect(second()).not.toContain('bold')
    const { view } = writer.editor
    view.dispatch(view.state.tr.insertText('!', 2))
    expect(JSON.stringify(writer.text.toDelta())).toContain('bold')
    view.dispatch(view.state.tr.insertText('!', 8))
    expect(JSON.stringify(writer.text.toDelta())).not.toContain('bold')
    expect(isTrue(writer)).toBe(true)
    writer.close()
  })
})
