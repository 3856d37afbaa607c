import { Mark } from '@tiptap/core'

/** Stressed words, titles of works: `<em>` out, and `<em>`, `<i>` or an italic style in. */
export const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [
    { tag: 'em' },
    { tag: 'i', getAttrs: (element) => (element.style.fontStyle === 'normal' ? false : null) },
    { style: 'font-style=italic' },
  ],
  renderHTML: () => ['em', 0],
})
