import { Fragment, Slice } from '@tiptap/pm/model'
import type { Node, NodeType } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import type { Writer } from '../editor/binding/writer.ts'
import type { Chance } from './chance.ts'

/** What an operation meant to do to the characters; null: it could not run here. */
export type Meant = { readonly deleted: string } | null

export type Operation = {
  readonly name: string
  readonly weight: number
  readonly run: (writer: Writer, chance: Chance, fresh: (count: number) => string) => Meant
}

type Spot = { readonly node: Node; readonly pos: number }

const KINDS = ['paragraph', 'heading2', 'heading3', 'quote', 'pullquote', 'bullet', 'number']
const KEPT: Meant = { deleted: '' }

const dispatch = ({ editor }: Writer, change: (tr: Transaction) => Transaction): void => {
  editor.view.dispatch(change(editor.state.tr))
}

function tops({ editor }: Writer): Spot[] {
  const spots: Spot[] = []
  editor.state.doc.forEach((node, pos) => {
    spots.push({ node, pos })
  })
  return spots
}

const blocks = (writer: Writer): Spot[] => tops(writer).filter(({ node }) => node.isTextblock)
const atoms = (writer: Writer): Spot[] => tops(writer).filter(({ node }) => !node.isTextblock)

const typeOf = ({ editor }: Writer, name: string): NodeType => {
  const type = editor.schema.nodes[name]
  if (!type) throw new Error(`No node ${name}`)
  return type
}

/** The same place, or the one before it where that would cut a surrogate pair. */
function whole(doc: Node, pos: number): number {
  const { nodeAfter, nodeBefore } = doc.resolve(pos)
  const cut =
    /^[\uDC00-\uDFFF]/.test(nodeAfter?.text ?? '') && /[\uD800-\uDBFF]$/.test(nodeBefore?.text ?? '')
  return cut ? pos - 1 : pos
}

function place(writer: Writer, chance: Chance): number | null {
  const all = blocks(writer)
  if (all.length === 0) return null
  const { node, pos } = chance.pick(all)
  const edge = chance.next()
  const offset = edge < 0.12 ? 0 : edge < 0.24 ? node.content.size : chance.below(node.content.size + 1)
  return whole(writer.editor.state.doc, pos + 1 + offset)
}

const textIn = (writer: Writer, from: number, to: number): string =>
  writer.editor.state.doc.textBetween(from, to, '')

/** A range in one block, or null. */
function range(writer: Writer, chance: Chance, most: number): [number, number] | null {
  const from = place(writer, chance)
  if (from === null) return null
  const { doc } = writer.editor.state
  const to = whole(doc, Math.min(doc.resolve(from).end(), from + 1 + chance.below(most)))
  return to > from ? [from, to] : null
}

function wideRange(writer: Writer, chance: Chance): [number, number] | null {
  const from = place(writer, chance)
  if (from === null) return null
  const { doc } = writer.editor.state
  const end = Math.min(doc.content.size - 1, from + 6 + chance.below(30))
  const to = whole(doc, doc.resolve(end).depth > 0 ? end : Math.max(from, end - 1))
  return to > from && doc.resolve(to).depth > 0 ? [from, to] : null
}

function remove(writer: Writer, from: number, to: number): Meant {
  const deleted = textIn(writer, from, to)
  dispatch(writer, (tr) =>
    tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to))).deleteSelection(),
  )
  return { deleted }
}

/** Deletes one character at a time, as a key held down does. */
function deleteKeys(writer: Writer, at: number, direction: -1 | 1): Meant {
  let deleted = ''
  let pos = at
  for (let k = 0; k < 3; k++) {
    const { doc } = writer.editor.state
    const spot = doc.resolve(pos)
    const node = direction < 0 ? spot.nodeBefore : spot.nodeAfter
    if (!node || node.type.name === 'seam') break
    const text = Array.from(node.text ?? '')
    const size = node.isText ? ((direction < 0 ? text.at(-1) : text[0])?.length ?? 1) : 1
    const [from, to] = direction < 0 ? [pos - size, pos] : [pos, pos + size]
    deleted += textIn(writer, from, to)
    dispatch(writer, (tr) => tr.delete(from, to))
    if (direction < 0) pos -= size
    if (pos > writer.editor.state.doc.content.size) break
  }
  return { deleted }
}

function mark(writer: Writer, chance: Chance, name: string, attrs?: Record<string, string>): Meant {
  const found = chance.odds(0.8) ? range(writer, chance, 8) : wideRange(writer, chance)
  const type = writer.editor.schema.marks[name]
  if (!found || !type) return null
  const [from, to] = found
  const has = writer.editor.state.doc.rangeHasMark(from, to, type)
  dispatch(writer, (tr) => (has ? tr.removeMark(from, to, type) : tr.addMark(from, to, type.create(attrs))))
  return KEPT
}

function moveTop(writer: Writer, chance: Chance, from: Spot): Meant {
  const all = tops(writer)
  if (all.length < 2) return null
  const { doc } = writer.editor.state
  const borders = [...all.map(({ pos }) => pos), doc.content.size]
  const target = chance.pick(
    borders.filter((pos) => pos !== from.pos && pos !== from.pos + from.node.nodeSize),
  )
  dispatch(writer, (tr) => {
    tr.delete(from.pos, from.pos + from.node.nodeSize)
    return tr.insert(tr.mapping.map(target), from.node)
  })
  return KEPT
}

function insertAtom(writer: Writer, chance: Chance, node: Node): Meant {
  const spot = chance.pick(tops(writer))
  dispatch(writer, (tr) => tr.insert(chance.odds(0.5) ? spot.pos : spot.pos + spot.node.nodeSize, node))
  return KEPT
}

/** Everything a writer does, with how often. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'type',
    weight: 12,
    run(writer, chance, fresh) {
      const pos = place(writer, chance)
      if (pos === null) return null
      let at = pos
      for (const character of fresh(1 + chance.below(5))) {
        const here = at
        dispatch(writer, (tr) => tr.insertText(character, here))
        at += character.length
      }
      return KEPT
    },
  },
  {
    name: 'replace',
    weight: 4,
    run(writer, chance, fresh) {
      const found = range(writer, chance, 6)
      if (!found) return null
      const deleted = textIn(writer, ...found)
      dispatch(writer, (tr) => tr.insertText(fresh(2), ...found))
      return { deleted }
    },
  },
  {
    name: 'delete range',
    weight: 4,
    run(writer, chance) {
      const found = range(writer, chance, 8)
      return found && remove(writer, ...found)
    },
  },
  {
    name: 'backspaces',
    weight: 3,
    run(writer, chance) {
      const pos = place(writer, chance)
      return pos === null ? null : deleteKeys(writer, pos, -1)
    },
  },
  {
    name: 'deletes',
    weight: 2,
    run(writer, chance) {
      const pos = place(writer, chance)
      return pos === null ? null : deleteKeys(writer, pos, 1)
    },
  },
  {
    name: 'delete across',
    weight: 3,
    run(writer, chance) {
      const found = wideRange(writer, chance)
      return found && remove(writer, ...found)
    },
  },
  {
    name: 'replace across',
    weight: 1,
    run(writer, chance, fresh) {
      const found = wideRange(writer, chance)
      if (!found) return null
      const deleted = textIn(writer, ...found)
      dispatch(writer, (tr) => tr.insertText(fresh(2), ...found))
      return { deleted }
    },
  },
  {
    name: 'split',
    weight: 4,
    run(writer, chance, fresh) {
      const pos = place(writer, chance)
      if (pos === null) return null
      const { parent } = writer.editor.state.doc.resolve(pos)
      const type = { type: parent.type, attrs: { ...parent.attrs, kind: chance.pick(KINDS) } }
      dispatch(writer, (tr) => {
        tr.split(pos, 1, chance.odds(0.5) ? [type] : undefined)
        return chance.odds(0.5) ? tr.insertText(fresh(1), pos + 2) : tr
      })
      return KEPT
    },
  },
  {
    name: 'join',
    weight: 4,
    run(writer, chance) {
      const all = tops(writer)
      const able = all.filter(({ node }, k) => node.isTextblock && all[k - 1]?.node.isTextblock === true)
      if (able.length === 0) return null
      const { pos } = chance.pick(able)
      dispatch(writer, (tr) => tr.join(pos))
      return KEPT
    },
  },
  {
    name: 'change kind',
    weight: 4,
    run(writer, chance) {
      const all = blocks(writer)
      if (all.length === 0) return null
      const { pos } = chance.pick(all)
      const kind = chance.pick(KINDS)
      dispatch(writer, (tr) => tr.setNodeAttribute(pos, 'kind', kind))
      return KEPT
    },
  },
  {
    name: 'kind by markup',
    weight: 1,
    run(writer, chance) {
      const all = blocks(writer)
      if (all.length === 0) return null
      const { pos, node } = chance.pick(all)
      dispatch(writer, (tr) => tr.setNodeMarkup(pos, null, { ...node.attrs, kind: chance.pick(KINDS) }))
      return KEPT
    },
  },
  {
    name: 'indent',
    weight: 2,
    run(writer, chance) {
      const all = blocks(writer)
      if (all.length === 0) return null
      const { pos } = chance.pick(all)
      dispatch(writer, (tr) => tr.setNodeAttribute(pos, 'level', chance.below(3)))
      return KEPT
    },
  },
  { name: 'bold', weight: 3, run: (writer, chance) => mark(writer, chance, 'bold') },
  { name: 'note', weight: 1, run: (writer, chance) => mark(writer, chance, 'note') },
  {
    name: 'link',
    weight: 2,
    run: (writer, chance) => mark(writer, chance, 'link', { href: `https://x.test/${chance.below(3)}` }),
  },
  {
    name: 'move block',
    weight: 5,
    run(writer, chance) {
      const all = blocks(writer)
      return all.length === 0 ? null : moveTop(writer, chance, chance.pick(all))
    },
  },
  {
    name: 'move atom',
    weight: 1,
    run(writer, chance) {
      const all = atoms(writer)
      return all.length === 0 ? null : moveTop(writer, chance, chance.pick(all))
    },
  },
  {
    name: 'insert picture',
    weight: 2,
    run: (writer, chance) =>
      insertAtom(writer, chance, typeOf(writer, 'picture').create({ photo: `p${chance.below(9)}` })),
  },
  {
    name: 'insert rule',
    weight: 1,
    run: (writer, chance) => insertAtom(writer, chance, typeOf(writer, 'rule').create()),
  },
  {
    name: 'delete atom',
    weight: 2,
    run(writer, chance) {
      const all = atoms(writer)
      if (all.length === 0 || tops(writer).length < 2) return null
      const { pos } = chance.pick(all)
      dispatch(writer, (tr) => tr.delete(pos, pos + 1))
      return KEPT
    },
  },
  {
    name: 'insert block',
    weight: 2,
    run(writer, chance, fresh) {
      const text = writer.editor.schema.text(fresh(2))
      return insertAtom(writer, chance, typeOf(writer, 'block').create({ kind: chance.pick(KINDS) }, text))
    },
  },
  {
    name: 'delete block',
    weight: 2,
    run(writer, chance) {
      const all = blocks(writer)
      if (all.length === 0 || tops(writer).length < 2) return null
      const { pos, node } = chance.pick(all)
      dispatch(writer, (tr) => tr.delete(pos, pos + node.nodeSize))
      return { deleted: node.textContent }
    },
  },
  {
    name: 'hard break',
    weight: 1,
    run(writer, chance) {
      const pos = place(writer, chance)
      if (pos === null) return null
      dispatch(writer, (tr) => tr.insert(pos, typeOf(writer, 'hardBreak').create()))
      return KEPT
    },
  },
  {
    name: 'paste blocks',
    weight: 2,
    run(writer, chance, fresh) {
      const pos = place(writer, chance)
      if (pos === null) return null
      const nodes = KINDS.slice(0, 3).map((kind) =>
        typeOf(writer, 'block').create({ kind }, writer.editor.schema.text(fresh(2))),
      )
      dispatch(writer, (tr) => tr.replaceRange(pos, pos, new Slice(Fragment.from(nodes), 1, 1)))
      return KEPT
    },
  },
]

export const HISTORY: readonly Operation[] = [
  {
    name: 'undo',
    weight: 7,
    run: (writer) => (writer.undo.manager.undo() ? { deleted: '*' } : null),
  },
  {
    name: 'redo',
    weight: 4,
    run: (writer) => (writer.undo.manager.redo() ? { deleted: '*' } : null),
  },
]
