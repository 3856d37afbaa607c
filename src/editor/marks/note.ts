import { Mark } from '@tiptap/core'

/** Words for the desk's eyes: they never leave it, so nothing that comes from outside is read as one either. */
export const Note = Mark.create({
  name: 'note',
  inclusive: true,
  renderHTML: () => ['span', { 'data-note': '', title: 'Note for the desk' }, 0],
})
