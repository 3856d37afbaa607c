import { Fragment, Slice } from '@tiptap/pm/model'
import type { Node, Schema } from '@tiptap/pm/model'
import { isBlockKind } from '../../domain/block-kind.ts'
import { checkLink } from '../check-link.ts'
import { levelOf } from '../commands/block-kind-of.ts'

/**
 * The type under which copied blocks lie on the clipboard for Stet itself, beside HTML and text. A type of our own and
 * no attribute in the HTML, because it holds the notes, which no other program may be given.
 */
export const STET_TYPE = 'application/x-stet'

const VERSION = 1

/** A slice as text for the clipboard. */
export function writeStetSlice(slice: Slice): string {
  const { openStart, openEnd, content } = slice
  return JSON.stringify({ stet: VERSION, openStart, openEnd, content: content.toJSON() as unknown })
}

/**
 * Reads one back for an editor of this schema; null where it is none or makes no sense. Any page can write this type,
 * so kinds, levels and links are checked as those of strangers.
 */
export function readStetSlice(schema: Schema, text: string): Slice | null {
  if (text === '') return null
  try {
    const value = JSON.parse(text) as {
      stet?: unknown
      openStart?: unknown
      openEnd?: unknown
      content?: unknown
    }
    if (value.stet !== VERSION || !Array.isArray(value.content)) return null
    const nodes: Node[] = []
    Fragment.fromJSON(schema, value.content).forEach((node) => {
      node.check()
      const clean = cleanNode(schema, node)
      if (clean !== null) nodes.push(clean)
    })
    const content = Fragment.from(nodes)
    const open = (side: unknown, edge: Node | null): number => (side === 1 && edge?.isTextblock ? 1 : 0)
    return new Slice(
      content,
      open(value.openStart, content.firstChild),
      open(value.openEnd, content.lastChild),
    )
  } catch {
    return null
  }
}

function cleanNode(schema: Schema, node: Node): Node | null {
  if (!node.isTextblock) return node.isBlock ? node : null
  const { kind } = node.attrs as { kind?: unknown }
  const attrs = { kind: isBlockKind(kind) ? kind : 'paragraph', level: levelOf(node) }
  const inline: Node[] = []
  node.forEach((child) => {
    // Where moved text was joined matters to the place it was copied from only.
    if (child.type.name === 'seam') return
    const marks = child.marks.filter(
      ({ type, attrs: { href } }) => type.name !== 'link' || checkLink(String(href)).ok,
    )
    inline.push(child.mark(marks))
  })
  return schema.nodes['block']?.create(attrs, inline) ?? null
}
