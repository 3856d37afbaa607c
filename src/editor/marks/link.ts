import { Mark } from '@tiptap/core'
import { checkLink } from '../check-link.ts'

/**
 * A link. What is stored may come from anybody's client, so an address that `checkLink` refuses is drawn without
 * one: it stays in the text and can be seen and mended, but never be followed.
 */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  // TipTap would put the attribute as it stands over what getAttrs has checked and completed.
  addAttributes: () => ({ href: { default: '', rendered: false, parseHTML: () => null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const link = checkLink(element.getAttribute('href') ?? '')
        return link.ok ? { href: link.href } : false
      },
    },
  ],
  renderHTML: ({ mark }) => {
    const link = checkLink(String(mark.attrs['href']))
    return link.ok
      ? ['a', { href: link.href, title: link.href, rel: 'noopener noreferrer' }, 0]
      : ['a', { 'data-refused': '', title: link.message }, 0]
  },
})
