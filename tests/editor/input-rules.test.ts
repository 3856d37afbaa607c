// @vitest-environment jsdom
import { inputRules } from '@tiptap/pm/inputrules'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import { afterEach, describe, expect, test } from 'vitest'
import { typingRules } from '../../src/editor/input-rules.ts'
import { bodySchema, lineSchema, rowsOf, stateOf } from './documents.ts'

let view: EditorView | null = null
afterEach(() => {
  view?.destroy()
  view = null
})

/** Types letters at the caret, as the browser's input events do; gives what is left and how many rules took effect. */
function type(rows: readonly string[], letters: string, schema = bodySchema) {
  let effects = 0
  const rules = inputRules({
    rules: typingRules(() => {
      effects += 1
    }),
  })
  const from = stateOf(rows, schema)
  const state = EditorState.create({ doc: from.doc, selection: from.selection, plugins: [rules] })
  const opened = new EditorView(document.createElement('div'), { state })
  view = opened
  for (const letter of letters) {
    const { from: start, to } = opened.state.selection
    const insert = () => opened.state.tr.insertText(letter, start, to)
    const taken = opened.someProp('handleTextInput', (handle) => handle(opened, start, to, letter, insert))
    if (taken !== true) opened.dispatch(insert())
  }
  opened.state.doc.check()
  return { state: opened.state, effects }
}

/** The first block's words with the marks on them. */
const marked = ({ doc }: EditorState): string =>
  (doc.firstChild?.content.content ?? [])
    .map(({ text, marks }) => {
      const names = marks.map(({ type: { name }, attrs }) => String(attrs['href'] ?? name)).join('+')
      return names === '' ? (text ?? '⏎') : `<${names}>${text ?? '⏎'}</>`
    })
    .join('')

describe('at the start of a block', () => {
  test.each<readonly [readonly string[], string, readonly string[]]>([
    [['|'], '## ', ['## |']],
    [['|words'], '### ', ['### |words']],
    [['a', '|b', 'c'], '> ', ['a', '> |b', 'c']],
    [['|'], '* ', ['- |']],
    [['|'], '1) ', ['1. |']],
    [['|'], '1.x', ['1.x|']],
    [['|'], '2. ', ['2. |']],
    [['|'], '# ', ['# |']],
    [['|'], '#### ', ['#### |']],
    [['a|'], '- ', ['a- |']],
    [['a⏎|'], '- ', ['a⏎- |']],
    [['|שלום'], '> ', ['> |שלום']],
    [['|\u{1F600}'], '- ', ['- |\u{1F600}']],
    // Of what is something already, signs stay signs.
    [['- |'], '## ', ['- ## |']],
    [['## |'], '> ', ['## > |']],
    // A rule
    [['|', 'b'], '---', ['---', '|', 'b']],
    [['a', '|'], '---', ['a', '---', '|']],
    [['|x'], '---', ['---|x']],
    [['- |'], '---', ['- ---|']],
    // A list is made in a place where it was selected
    [['|old|'], '- ', ['- |']],
  ])('%j, typed %j: %j', (rows, typed, expected) => {
    expect(rowsOf(type(rows, typed).state)).toEqual(expected)
  })
})

describe('around words', () => {
  test.each<readonly [string, string]>([
    ['**a b**', '<bold>a b</>'],
    ['x **a**!', 'x <bold>a</>!'],
    ['*שלום*', '<italic>שלום</>'],
    ['(*\u{1F600}*)', '(<italic>\u{1F600}</>)'],
    ['*a* and *b*', '<italic>a</> and <italic>b</>'],
    ['** a**', '** a**'],
    ['*a *', '*a *'],
    ['**', '**'],
    ['****', '****'],
    ['5*3*2', '5*3*2'],
    ['é*a*', 'é*a*'],
    ['[a](https://a.example/x_(y)', '[a](https://a.example/x_(y)'],
    ['[it](mailto:a@b.example)', '<mailto:a@b.example>it</>'],
    ['[a b](a.example) c', '<https://a.example>a b</> c'],
    ['[](a.example)', '[](a.example)'],
    ['[a](javascript:alert)', '[a](javascript:alert)'],
    ['[a](/relative)', '[a](/relative)'],
  ])('%s gives %s', (typed, expected) => {
    expect(marked(type(['|'], typed).state)).toBe(expected)
  })

  test('go on plain behind what they marked', () => {
    expect(marked(type(['|'], '**a**b').state)).toBe('<bold>a</>b')
  })

  test('leave a break between the signs alone', () => {
    expect(marked(type(['*a⏎b|'], '*').state)).toBe('*a⏎b*')
  })

  test('keep the marks that were there', () => {
    const { schema, doc } = stateOf(['*abc'])
    const state = EditorState.create({ doc })
    const linked = state.apply(state.tr.addMark(3, 4, schema.mark('bold')))
    const rules = inputRules({ rules: typingRules(() => undefined) })
    const opened = new EditorView(document.createElement('div'), {
      state: EditorState.create({
        doc: linked.doc,
        plugins: [rules],
        selection: TextSelection.create(linked.doc, 5),
      }),
    })
    view = opened
    const insert = () => opened.state.tr.insertText('*', 5)
    opened.someProp('handleTextInput', (handle) => handle(opened, 5, 5, '*', insert))
    expect(marked(opened.state)).toBe('<italic>a</><bold+italic>b</><italic>c</>')
  })
})

describe('in a line', () => {
  test.each<readonly [string, string]>([
    ['## a', '## a'],
    ['- a', '- a'],
    ['---', '---'],
    ['[a](a.example)', '[a](a.example)'],
    ['*a* **b**', '<italic>a</> <bold>b</>'],
  ])('%s gives %s', (typed, expected) => {
    const { state } = type(['|'], typed, lineSchema)
    expect([marked(state), state.doc.childCount, state.doc.firstChild?.attrs['kind']]).toEqual([
      expected,
      1,
      'paragraph',
    ])
  })
})

test.each<readonly [string, number]>([
  ['## a **b** *c*', 3],
  ['plain * words', 0],
  ['[a](javascript:x)', 0],
])('each effect of %s is a step of undo apart, and nothing else is', (typed, expected) => {
  expect(type(['|'], typed).effects).toBe(expected)
})
