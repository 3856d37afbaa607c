import { Mark } from '@tiptap/core'

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
