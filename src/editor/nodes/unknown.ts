import { Node } from '@tiptap/core'

/** A block that a newer Stet wrote: shown as a box, carried along untouched. */
export const UnknownBlock = Node.create({
  name: 'unknownBlock',
  group: 'blocks',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({ raw: { default: {}, rendered: false } }),
  renderHTML: () => ['div', { 'data-unknown': '' }, 'Part of a newer Stet'],
})

/** An inline thing that a newer Stet wrote. */
export const UnknownInline = Node.create({
  name: 'unknownInline',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ raw: { default: {}, rendered: false } }),
  renderHTML: () => ['span', { 'data-unknown': '' }, '\u25A1'],
})
