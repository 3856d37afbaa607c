import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Command, Transaction } from '@tiptap/pm/state'
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { BODY_SCHEMA, LINE_SCHEMA } from '../../src/editor/schema.ts'

export const bodySchema = getSchema([...BODY_SCHEMA])
export const lineSchema = getSchema([...LINE_SCHEMA])

const SIGNS: Readonly<Record<string, string>> = {
  heading2: '## ',
  heading3: '### ',
  quote: '> ',
  pullquote: '>> ',
  bullet: '- ',
  number: '1. ',
  paragraph: '',
}
const KINDS = Object.entries(SIGNS).filter(([, sign]) => sign !== '')
// Longer signs first: "### " is no heading 2.
KINDS.sort((a, b) => b[1].length - a[1].length)

/**
 * A document from rows, one a block: "## Heading", "> quote", "- item", "  - nested item", "1. item", "---", "[photo]".
 * "|" is the caret, or two of them the ends of the selection; "^" before an atom selects it; "⏎" is a hard break.
 */
export function stateOf(rows: readonly string[], schema = bodySchema): EditorState {
  const marks: number[] = []
  let atom = -1
  let pos = 0
  const nodes = rows.map((row) => {
    const { node, carets } = blockOf(row.replace('^', ''), schema)
    if (row.startsWith('^')) atom = pos
    marks.push(...carets.map((offset) => pos + 1 + offset))
    pos += node.nodeSize
    return node
  })
  const state = EditorState.create({ schema, doc: schema.topNodeType.create(null, nodes) })
  const [anchor, head] = marks
  if (atom >= 0) return state.apply(state.tr.setSelection(NodeSelection.create(state.doc, atom)))
  return anchor === undefined
    ? state
    : state.apply(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)))
}

function blockOf(row: string, schema: typeof bodySchema): { node: Node; carets: readonly number[] } {
  const type = schema.nodes['block']
  if (type === undefined) throw new Error('no block')
  if (row === '---') return { node: schema.node('rule'), carets: [] }
  const photo = /^\[(\w+)\]$/.exec(row)?.[1]
  if (photo !== undefined) return { node: schema.node('picture', { photo }), carets: [] }
  const level = (/^ */.exec(row)?.[0].length ?? 0) / 2
  const rest = row.slice(level * 2)
  const [kind, sign] = KINDS.find(([, each]) => rest.startsWith(each)) ?? ['paragraph', '']
  const text = rest.slice(sign.length)
  const carets: number[] = []
  let plain = ''
  for (const character of text) {
    if (character === '|') carets.push(plain.length)
    else plain += character
  }
  const inline = plain
    .split(/(⏎)/)
    .filter((part) => part !== '')
    .map((part) => (part === '⏎' ? schema.node('hardBreak') : schema.text(part)))
  return { node: type.create({ kind, level }, inline), carets }
}

/** The same notation of what a state holds, with its caret or selection. */
export function rowsOf(state: EditorState): readonly string[] {
  const { selection } = state
  const rows: string[] = []
  state.doc.forEach((node, pos) => {
    const selected = selection instanceof NodeSelection && selection.from === pos ? '^' : ''
    if (node.type.name === 'rule') rows.push(`${selected}---`)
    else if (!node.isTextblock) rows.push(`${selected}[${String(node.attrs['photo'] ?? node.type.name)}]`)
    else {
      const ends = new Set(
        selection instanceof TextSelection ? [selection.from - pos - 1, selection.to - pos - 1] : [],
      )
      // Units, not letters: offsets count both halves of an emoji.
      const signs = node
        .textBetween(0, node.content.size, '', (leaf) => LEAVES[leaf.type.name] ?? '?')
        .split('')
      const text = [...signs, ''].map((sign, offset) => (ends.has(offset) ? `|${sign}` : sign)).join('')
      const kind = String(node.attrs['kind'])
      rows.push(selected + '  '.repeat(Number(node.attrs['level'])) + (SIGNS[kind] ?? '?') + text)
    }
  })
  return rows
}

const LEAVES: Readonly<Record<string, string>> = { hardBreak: '⏎', seam: '~', unknownInline: '□' }

/** Runs a command; null where it says that it does nothing. The document stays valid. */
export function run(command: Command, state: EditorState): EditorState | null {
  let done: Transaction | null = null
  const asked = command(state)
  const did = command(state, (tr) => {
    done = tr
  })
  if (asked !== did) throw new Error('A command must answer the same asked and told')
  if (!did) return null
  const next = done === null ? state : state.apply(done)
  next.doc.check()
  return next
}
