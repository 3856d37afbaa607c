import { Node } from '@tiptap/core'

export const Rule = Node.create({
  name: 'rule',
  group: 'blocks',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({ extra: { default: {}, rendered: false } }),
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
})
