import { Node } from '@tiptap/core'
import type { EditorHost } from '../editor-host.ts'
import { editorHost } from '../editor-host.ts'
import { pictureView } from './picture-view.ts'

/** A picture between blocks; `photo` names the story's photo, which holds file, alt text, caption and credit. */
export const Picture = Node.create<{ host: EditorHost }>({
  name: 'picture',
  group: 'blocks',
  atom: true,
  selectable: true,
  draggable: true,
  addOptions: () => ({ host: editorHost() }),
  addAttributes: () => ({
    photo: { default: '', rendered: false },
    extra: { default: {}, rendered: false },
  }),
  renderHTML: ({ node }) => ['figure', { 'data-photo': node.attrs['photo'] }],
  addNodeView() {
    const { host } = this.options
    return ({ node }) => pictureView(node, host)
  },
})
