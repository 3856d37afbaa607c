import { Node } from '@tiptap/core'
import { LIST_KINDS } from '../../domain/block-kind.ts'

const hidden = <Value>(value: Value) => ({ default: value, rendered: false })

const TAGS: Readonly<Record<string, string>> = {
  heading2: 'h2',
  heading3: 'h3',
  quote: 'blockquote',
  pullquote: 'blockquote',
}

/**
 * Every text block of every kind is this one node, so that a change of kind never re-creates it.
 * `implicit`: it has no start in the text (the only line of a headline, or malformed text). `extra`: keys of its
 * start that this Stet does not know, carried along.
 */
export const Block = Node.create({
  name: 'block',
  group: 'blocks',
  content: 'inline*',
  priority: 1000,
  addAttributes: () => ({
    kind: hidden('paragraph'),
    level: hidden(0),
    implicit: hidden(false),
    extra: hidden({}),
  }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ node }) => {
    const kind = String(node.attrs['kind'])
    const level = Number(node.attrs['level'])
    if (LIST_KINDS.has(kind)) {
      // A list item needs a list around it to be read out as one; the flat document has no lists, so each has its own.
      return [
        'div',
        { role: 'list', 'data-kind': kind, 'data-level': level },
        ['div', { role: 'listitem', 'aria-level': level + 1 }, 0],
      ]
    }
    // The kind may be anything: "constructor" too, which every object knows.
    const tag = Object.hasOwn(TAGS, kind) ? TAGS[kind] : undefined
    return [tag ?? 'p', { 'data-kind': kind }, 0]
  },
})
