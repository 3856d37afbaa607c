import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { readContent } from '../../../src/domain/read-content.ts'
import type { Block, StoryContent } from '../../../src/domain/story-content.ts'
import { decideSuggestions } from '../../../src/domain/suggestions/decide.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import type { Suggestion } from '../../../src/domain/suggestions/suggestion.ts'
import { blockNodes } from '../../../src/editor/clipboard/block-nodes.ts'
import { insertSlice } from '../../../src/editor/clipboard/insert-slice.ts'
import { readText } from '../../../src/editor/clipboard/read-text.ts'
import { deleteBlock } from '../../../src/editor/commands/delete-block.ts'
import { deletePictures } from '../../../src/editor/commands/delete-pictures.ts'
import { deleteSelected } from '../../../src/editor/commands/delete-selected.ts'
import { duplicateBlock } from '../../../src/editor/commands/duplicate-block.ts'
import { indent, outdent } from '../../../src/editor/commands/indent.ts'
import { insertPictures, insertRule } from '../../../src/editor/commands/insert-block.ts'
import { insertHardBreak } from '../../../src/editor/commands/insert-hard-break.ts'
import { joinBackward } from '../../../src/editor/commands/join-backward.ts'
import { joinForward } from '../../../src/editor/commands/join-forward.ts'
import { removeLink, setLink } from '../../../src/editor/commands/link.ts'
import { moveBlock } from '../../../src/editor/commands/move-block.ts'
import { setKind } from '../../../src/editor/commands/set-kind.ts'
import { splitBlock } from '../../../src/editor/commands/split-block.ts'
import { toggleMark } from '../../../src/editor/commands/toggle-mark.ts'
import { Fragment, Slice } from '@tiptap/pm/model'
import { drawn, openSuggesting, paragraphs, place, storyDoc } from './suggesting-writer.ts'

type Edit = (editor: Editor) => void
type Row = readonly [kind: Suggestion['kind'], before: string, after: string, what: string]
type Case = {
  readonly name: string
  readonly body?: readonly Block[]
  readonly headline?: string
  readonly edit: Edit
  readonly list: readonly Row[]
}

const at = (editor: Editor, words: string, end = false): number => place({ editor }, words, end)
const select = (editor: Editor, from: number, to = from): void => {
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)))
}
const run = (editor: Editor, command: Command): void => {
  expect(command(editor.state, (tr) => editor.view.dispatch(tr))).toBe(true)
}
/** The command at a caret before (or behind) these words, or on them. */
const on =
  (words: string, where: 'before' | 'behind' | 'on', command: Command): Edit =>
  (editor) => {
    select(editor, at(editor, words, where === 'behind'), at(editor, words, where !== 'before'))
    run(editor, command)
  }
const typing =
  (words: string, typed: string): Edit =>
  (editor) => {
    const start = at(editor, words, true)
    for (const [k, letter] of typed.split('').entries()) {
      editor.view.dispatch(editor.state.tr.insertText(letter, start + k))
    }
  }
const deleting =
  (words: string): Edit =>
  (editor) =>
    editor.view.dispatch(editor.state.tr.delete(at(editor, words), at(editor, words, true)))
const replacing =
  (words: string, by: string): Edit =>
  (editor) =>
    editor.view.dispatch(editor.state.tr.insertText(by, at(editor, words), at(editor, words, true)))
const pasting =
  (words: string, text: string): Edit =>
  (editor) => {
    select(editor, at(editor, words, true))
    const nodes = blockNodes(editor.schema, readText(text))
    editor.view.dispatch(insertSlice(editor.state, editor.state.tr, new Slice(Fragment.from(nodes), 0, 0)))
  }
const atAtom =
  (pos: number, command: Command): Edit =>
  (editor) => {
    editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, pos)))
    run(editor, command)
  }
/** Dropping words that were dragged within a text: out there, in here, in one edit. */
const dragging =
  (words: string, before: string): Edit =>
  (editor) => {
    const [from, to] = [at(editor, words), at(editor, words, true)]
    const { tr } = editor.state
    const slice = editor.state.doc.slice(from, to)
    const target = at(editor, before)
    tr.delete(from, to)
    editor.view.dispatch(tr.replaceRange(tr.mapping.map(target), tr.mapping.map(target), slice))
  }

const item = (text: string, level = 0): Block => ({ kind: 'bullet', level, spans: [{ text, marks: {} }] })
const marked = (marks: Record<string, unknown>): readonly Block[] =>
  [
    {
      kind: 'paragraph',
      level: 0,
      spans: [
        { text: 'alpha ', marks: {} },
        { text: 'beta', marks },
      ],
    },
  ] as readonly Block[]

const TWO = paragraphs('alpha beta', 'gamma delta')

const CASES: readonly Case[] = [
  { name: 'typing', edit: typing('alpha', ' new'), list: [['text', '', ' new', '']] },
  { name: 'deleting', edit: deleting('beta'), list: [['text', 'beta', '', '']] },
  { name: 'replacing', edit: replacing('beta', 'word'), list: [['text', 'beta', 'word', '']] },
  {
    name: 'deleting across blocks',
    edit: (editor) =>
      editor.view.dispatch(editor.state.tr.delete(at(editor, 'beta'), at(editor, 'gamma ', true))),
    list: [['text', 'beta ¶ gamma ', '', 'Paragraphs joined']],
  },
  {
    name: 'typing over a selection across blocks',
    edit: (editor) =>
      editor.view.dispatch(
        editor.state.tr.insertText('and ', at(editor, 'beta'), at(editor, 'gamma ', true)),
      ),
    list: [['text', 'beta ¶ gamma', 'and', 'Paragraphs joined']],
  },
  { name: 'splitting', edit: on(' beta', 'before', splitBlock), list: [['block', '', '', 'New paragraph']] },
  {
    name: 'splitting at the end',
    edit: on('beta', 'behind', splitBlock),
    list: [['block', '', '', 'New paragraph']],
  },
  {
    name: 'splitting at the start',
    edit: on('gamma', 'before', splitBlock),
    list: [['block', '', '', 'New paragraph']],
  },
  {
    name: 'joining backward',
    edit: on('gamma', 'before', joinBackward),
    list: [['block', '', '', 'Paragraphs joined']],
  },
  {
    name: 'joining forward',
    edit: on('beta', 'behind', joinForward),
    list: [['block', '', '', 'Paragraphs joined']],
  },
  { name: 'a new line', edit: on('alpha', 'behind', insertHardBreak), list: [['text', '', '', 'New line']] },
  {
    name: 'a line break out',
    body: [{ kind: 'paragraph', level: 0, spans: [{ text: 'one\ntwo', marks: {} }] }],
    edit: (editor) =>
      editor.view.dispatch(editor.state.tr.delete(at(editor, 'one', true), at(editor, 'two'))),
    list: [['text', '', '', 'Line break taken out']],
  },
  { name: 'bold', edit: on('beta', 'on', toggleMark('bold')), list: [['format', 'beta', 'beta', 'Bold']] },
  {
    name: 'no longer bold',
    body: marked({ bold: true }),
    edit: on('beta', 'on', toggleMark('bold')),
    list: [['format', 'beta', 'beta', 'No longer bold']],
  },
  {
    name: 'italic',
    edit: on('beta', 'on', toggleMark('italic')),
    list: [['format', 'beta', 'beta', 'Italic']],
  },
  {
    name: 'a note',
    edit: on('beta', 'on', toggleMark('note')),
    list: [['format', 'beta', 'beta', 'Made a note']],
  },
  {
    name: 'a link',
    edit: on('beta', 'on', setLink('https://example.org/')),
    list: [['format', 'beta', 'beta', 'Link to https://example.org/']],
  },
  {
    name: 'another link',
    body: marked({ link: 'https://example.org/' }),
    edit: on('beta', 'on', setLink('https://example.com/')),
    list: [['format', 'beta', 'beta', 'Link to https://example.com/ instead of https://example.org/']],
  },
  {
    name: 'no link',
    body: marked({ link: 'https://example.org/' }),
    edit: on('beta', 'on', removeLink),
    list: [['format', 'beta', 'beta', 'Link to https://example.org/ taken away']],
  },
  {
    name: 'a kind',
    edit: on('gamma', 'before', setKind('heading2')),
    list: [['block', 'gamma delta', 'gamma delta', 'Heading 2 instead of paragraph']],
  },
  {
    name: 'a level',
    body: [item('one'), item('two')],
    edit: on('two', 'before', indent),
    list: [['block', 'two', 'two', 'Level 2 instead of 1']],
  },
  {
    name: 'a level out',
    body: [item('one'), item('two', 1)],
    edit: on('two', 'before', outdent),
    list: [['block', 'two', 'two', 'Level 1 instead of 2']],
  },
  {
    name: 'moving a block up',
    edit: on('gamma', 'before', moveBlock('up')),
    list: [['move', 'gamma delta', 'gamma delta', 'Moved']],
  },
  {
    name: 'moving a block down',
    edit: on('alpha', 'before', moveBlock('down')),
    list: [['move', 'alpha beta', 'alpha beta', 'Moved']],
  },
  {
    name: 'deleting a block',
    edit: on('gamma', 'before', deleteBlock),
    list: [['text', 'gamma delta', '', 'Paragraphs joined']],
  },
  {
    name: 'deleting everything',
    edit: on('alpha beta', 'on', deleteSelected),
    list: [['text', 'alpha beta', '', '']],
  },
  {
    name: 'doubling a block',
    edit: on('gamma', 'before', duplicateBlock),
    list: [['text', '', 'gamma delta', 'New paragraph']],
  },
  {
    name: 'a picture in',
    edit: on('alpha', 'before', insertPictures(['p1'])),
    list: [['picture', '', '', 'Picture added']],
  },
  { name: 'a rule in', edit: on('alpha', 'before', insertRule), list: [['block', '', '', 'Rule added']] },
  {
    name: 'a picture out',
    body: [{ kind: 'picture', photo: 'p1' }, ...TWO],
    edit: (editor) => run(editor, deletePictures('p1')),
    list: [['picture', '', '', 'Picture taken out']],
  },
  {
    name: 'a rule out',
    body: [...TWO, { kind: 'rule' }],
    edit: (editor) => atAtom(editor.state.doc.content.size - 1, deleteSelected)(editor),
    list: [['block', '', '', 'Rule taken out']],
  },
  {
    name: 'a picture moved',
    body: [...TWO, { kind: 'picture', photo: 'p1' }],
    edit: (editor) => atAtom(editor.state.doc.content.size - 1, moveBlock('up'))(editor),
    list: [['move', '', '', 'Moved']],
  },
  { name: 'pasting words', edit: pasting('alpha', 'one'), list: [['text', '', 'one', '']] },
  {
    name: 'pasting blocks',
    edit: pasting('alpha', 'one\n\ntwo'),
    list: [['text', '', 'one ¶ two', 'New paragraph']],
  },
  {
    name: 'dragging words',
    edit: dragging('beta', 'delta'),
    list: [
      ['text', 'beta', '', ''],
      ['text', '', 'beta', ''],
    ],
  },
  {
    name: 'the headline',
    headline: 'Harbor vote',
    edit: replacing('Harbor', 'Port'),
    list: [['text', 'Harbor', 'Port', '']],
  },
]

const contentOf = ({ body = TWO, headline = '' }: Case): Partial<StoryContent> => ({
  body,
  headline: headline === '' ? [] : [{ text: headline, marks: {} }],
})

test.each(CASES)('$name', (each) => {
  const name = each.headline === undefined ? 'body' : 'headline'
  const doc = storyDoc(contentOf(each))
  const before = readContent(doc)
  const suggesting = openSuggesting(doc, { name })
  const direct = openSuggesting(storyDoc(contentOf(each)), { name, suggesting: false })
  each.edit(suggesting.editor)
  each.edit(direct.editor)
  const open = openSuggestions(doc)
  expect(open.map(({ kind, before: was, after, what }) => [kind, was, after, what])).toEqual(each.list)
  expect(open.every(({ by }) => by === 'kit')).toBe(true)
  expect(readContent(doc, 'was')).toEqual(before)
  expect(readContent(doc, 'will')).toEqual(readContent(direct.doc))
  // What is drawn is what drawing anew gives, and the document shows the text.
  const anew = openSuggesting(doc, { name })
  expect(drawn(suggesting)).toEqual(drawn(anew))
  expect(suggesting.editor.state.doc.eq(suggesting.binding.initialDoc(suggesting.editor.schema))).toBe(true)
  anew.close()
  // Each is decided by itself.
  for (const { id, mark } of open) {
    expect(decideSuggestions(doc, [{ suggestion: id, verdict: 'reject', mark }]).ok).toBe(true)
  }
  expect(readContent(doc)).toEqual(before)
  expect(openSuggestions(doc)).toEqual([])
})
