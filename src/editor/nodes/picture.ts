import { Node } from '@tiptap/core'

/** A picture between blocks; `photo` names the story's photo, which holds file, alt text, caption and credit. */
export const Picture = Node.create({
  name: 'picture',
  group: 'blocks',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({
    photo: { default: '', rendered: false },
    extra: { default: {}, rendered: false },
  }),
  renderHTML: ({ node }) => ['figure', { 'data-photo': node.attrs['photo'] }],
})
