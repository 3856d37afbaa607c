import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import type { Writer } from '../editor/binding/writer.ts'
import { bodyUpdate, docFrom, find, openWriter, paragraphs, shown } from '../editor/binding/writer.ts'
import { Witness } from './witness.ts'

/** The story in which people meet: what they do is about its second block and the borders of that. */
const BODY = paragraphs('abcdefgh', 'ijklmnop', 'qrstuvwx', 'ABCDEFGH')

/** One operation by person `who` (0, 1 or 2), each in another place where it has one. Returns what it means to delete. */
type Deed = (writer: Writer, who: number) => string

const go = ({ editor }: Writer, change: (tr: Transaction) => Transaction): void => {
  editor.view.dispatch(change(editor.state.tr))
}

const at = <Item>(items: readonly [Item, Item, Item], who: number): Item => items[who] ?? items[0]

const WORDS = ['12', '56', '90'] as const

const blockOf = (writer: Writer, text: string): { pos: number; node: Node } => {
  const pos = writer.editor.state.doc.resolve(find(writer, text)).before()
  const node = writer.editor.state.doc.nodeAt(pos)
  if (!node) throw new Error(`No block at ${pos}`)
  return { pos, node }
}

const newNode = ({ editor }: Writer, name: string, attrs: object, text?: string): Node => {
  const node = editor.schema.nodes[name]?.create(
    { ...attrs },
    text === undefined ? null : editor.schema.text(text),
  )
  if (!node) throw new Error(`No node ${name}`)
  return node
}

const type =
  (place: (writer: Writer, who: number) => number): Deed =>
  (writer, who) => {
    go(writer, (tr) => tr.insertText(at(WORDS, who), place(writer, who)))
    return ''
  }

const move =
  (text: (who: number) => string, target: (who: number, doc: Node) => number): Deed =>
  (writer, who) => {
    const { pos, node } = blockOf(writer, text(who))
    const to = target(who, writer.editor.state.doc)
    go(writer, (tr) => {
      tr.delete(pos, pos + node.nodeSize)
      return tr.insert(tr.mapping.map(to), node)
    })
    return ''
  }

const mark =
  (name: string, attrs?: Record<string, string>): Deed =>
  (writer, who) => {
    const type = writer.editor.schema.marks[name]
    const [from, to] = [find(writer, at(['j', 'l', 'k'], who)), find(writer, at(['n', 'p', 'm'], who))]
    if (type) go(writer, (tr) => tr.addMark(from, to, type.create(attrs)))
    return ''
  }

const remove =
  (range: (who: number) => readonly [string, string], deleted: (who: number) => string): Deed =>
  (writer, who) => {
    const [from, to] = range(who)
    go(writer, (tr) => tr.delete(find(writer, from), find(writer, to)))
    return deleted(who)
  }

const edges = [0, -1, 18] as const

export const DEEDS: Readonly<Record<string, Deed>> = {
  'type inside': type((writer, who) => find(writer, at(['l', 'm', 'n'], who))),
  'type at start': type((writer) => find(writer, 'i')),
  'type at end': type((writer) => find(writer, 'p') + 1),
  split: (writer, who) => {
    go(writer, (tr) => tr.split(find(writer, at(['k', 'n', 'm'], who))))
    return ''
  },
  join: (writer) => {
    go(writer, (tr) => tr.join(blockOf(writer, 'i').pos))
    return ''
  },
  'join next': (writer) => {
    go(writer, (tr) => tr.join(blockOf(writer, 'q').pos))
    return ''
  },
  'delete range': remove(
    (who) =>
      at(
        [
          ['k', 'n'],
          ['l', 'o'],
          ['m', 'p'],
        ] as const,
        who,
      ),
    (who) => at(['klm', 'lmn', 'mno'], who),
  ),
  'delete across': remove(
    (who) =>
      at(
        [
          ['f', 'k'],
          ['n', 's'],
          ['h', 'j'],
        ] as const,
        who,
      ),
    (who) => at(['fghij', 'nopqr', 'hi'], who),
  ),
  'change kind': (writer, who) => {
    const kind = at(['heading2', 'quote', 'bullet'], who)
    go(writer, (tr) => tr.setNodeAttribute(blockOf(writer, 'i').pos, 'kind', kind))
    return ''
  },
  indent: (writer, who) => {
    go(writer, (tr) => tr.setNodeAttribute(blockOf(writer, 'i').pos, 'level', who + 1))
    return ''
  },
  format: mark('bold'),
  link: mark('link', { href: 'https://x.test/' }),
  move: move(
    () => 'i',
    (who, doc) => at([doc.content.size, 0, doc.content.size - 10], who),
  ),
  'move a neighbour': move(
    (who) => at(['a', 'q', 'A'], who),
    (who, doc) => {
      const edge = at(edges, who)
      return edge < 0 ? 0 : edge === 0 ? doc.content.size : 10
    },
  ),
  'insert block': (writer, who) => {
    const block = newNode(writer, 'block', { kind: 'quote' }, at(WORDS, who))
    go(writer, (tr) => tr.insert(blockOf(writer, 'i').pos, block))
    return ''
  },
  'insert picture': (writer, who) => {
    const picture = newNode(writer, 'picture', { photo: `p${who}` })
    go(writer, (tr) => tr.insert(blockOf(writer, 'i').pos, picture))
    return ''
  },
  'delete block': (writer) => {
    const { pos, node } = blockOf(writer, 'i')
    go(writer, (tr) => tr.delete(pos, pos + node.nodeSize))
    return 'ijklmnop'
  },
}

export type Met = {
  readonly faults: readonly { kind: string; detail: string }[]
  readonly shown: readonly string[]
}

/** Everybody does their deed without having heard of the others'; then all hear of all, in the order given. */
export function together(deeds: readonly string[], order: readonly number[]): Met {
  const update = bodyUpdate(BODY)
  const writers = deeds.map((_, who) => openWriter(docFrom(update, 11 + who)))
  const witness = new Witness(writers, false)
  const where = `${deeds.join(' | ')}, order ${order.join('')}`
  writers.forEach((writer, who) => {
    const deed = DEEDS[deeds[who] ?? '']
    if (!deed) throw new Error(`No deed ${deeds[who] ?? ''}`)
    witness.guard(where, () => {
      witness.local(writer, where, () => ({ deleted: deed(writer, who) }))
    })
  })
  const updates = writers.map(({ doc }) => Y.encodeStateAsUpdate(doc))
  for (const from of order) {
    writers.forEach(({ doc }, to) => {
      const sent = updates[from]
      if (sent && from !== to) {
        witness.guard(where, () => {
          Y.applyUpdate(doc, sent, 'network')
        })
      }
    })
    witness.editors(where)
  }
  witness.end(where)
  const [first] = writers
  const rows = first ? shown(first) : []
  for (const writer of writers) writer.close()
  return { faults: witness.faults, shown: rows }
}

/** All orders of so many. */
export function ordersOf(count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]]
  return ordersOf(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, place) => [...order.slice(0, place), count - 1, ...order.slice(place)]),
  )
}
