import { Node } from '@tiptap/core'

/**
 * Where a block that had been moved was joined to the one before it: the text after it lies elsewhere in the
 * shared text (DESIGN.md, decision 2; binding/README in block-order.ts). It has no width and no meaning.
 */
export const Seam = Node.create({
  name: 'seam',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({ extra: { default: {}, rendered: false } }),
  renderHTML: () => ['span', { 'data-seam': '' }],
  renderText: () => '',
})
