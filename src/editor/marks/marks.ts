import { Mark } from '@tiptap/core'

export const Bold = Mark.create({ name: 'bold', renderHTML: () => ['strong', 0] })

export const Italic = Mark.create({ name: 'italic', renderHTML: () => ['em', 0] })

export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
})

/** Words for the desk's eyes: they never leave it. */
export const Note = Mark.create({
  name: 'note',
  inclusive: true,
  renderHTML: () => ['span', { 'data-note': '' }, 0],
})

/** A format that a newer Stet wrote, carried along. Several may lie over the same words. */
export const UnknownMark = Mark.create({
  name: 'unknownMark',
  excludes: '',
  inclusive: false,
  addAttributes: () => ({
    name: { default: '', rendered: false },
    value: { default: null, rendered: false },
  }),
  renderHTML: () => ['span', { 'data-unknown': '' }, 0],
})
