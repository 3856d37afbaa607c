import { Mark } from '@tiptap/core'

/** Strong words: `<strong>` out, and `<strong>`, `<b>` or a bold weight in. */
export const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [
    { tag: 'strong' },
    // Google Docs wraps a whole paste into a <b> that isn't bold at all.
    { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) },
    { style: 'font-weight', getAttrs: (value) => (/^(bold(er)?|[6-9]\d\d)$/.test(value) ? null : false) },
  ],
  renderHTML: () => ['strong', 0],
})
