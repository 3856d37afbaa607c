import { Node } from '@tiptap/core'

const hidden = <Value>(value: Value) => ({ default: value, rendered: false })

const TAGS: Readonly<Record<string, string>> = {
  heading2: 'h2',
  heading3: 'h3',
  quote: 'blockquote',
  pullquote: 'aside',
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
  renderHTML: ({ node }) => [
    TAGS[String(node.attrs['kind'])] ?? 'p',
    { 'data-kind': node.attrs['kind'], 'data-level': node.attrs['level'] },
    0,
  ],
})
