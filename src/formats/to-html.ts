import { bylineText } from '../domain/byline.ts'
import { publicContent } from '../domain/public-content.ts'
import type { Photo, Span, StoryContent } from '../domain/story-content.ts'
import { groupBlocks, isList, photoOf, type Group, type List } from './block-groups.ts'
import { safeLink } from './safe-link.ts'

/** Where a photo's file is to be found, by its hash; null leaves the picture's words without a picture. */
export type PictureAddress = (photo: Photo) => string | null

/**
 * The story as a clean article: no scripts, no styles, no ids, links to http, https and mailto only, lists as nested
 * lists. The body says where it begins, so that a story without a headline reads back whole. Notes never leave.
 * `address` says where pictures are; by default under their hash, beside the page.
 */
export function toHtml(
  story: StoryContent,
  address: PictureAddress = ({ hash }) => (hash === '' ? null : hash),
): string {
  const content = publicContent(story)
  const { fields, photos } = content
  const byline = bylineText(content.authors, fields.organisation)
  const lead = photos.find((photo) => photo.id === fields.lead)
  const language = fields.language === '' ? '' : ` lang="${escapeText(fields.language)}"`
  const parts = [
    content.headline.length > 0 ? `<h1>${inlineHtml(content.headline)}</h1>` : '',
    content.dek.length > 0 ? `<p class="dek">${inlineHtml(content.dek)}</p>` : '',
    byline === '' ? '' : `<p class="byline">${escapeText(byline)}</p>`,
    fields.date === '' && fields.place === '' ? '' : datelineHtml(fields),
    lead ? figure(lead, address) : '',
    content.body.length === 0 ? '' : `<div itemprop="articleBody">\n${blocksHtml(content, address)}\n</div>`,
  ]
  return `<article${language}>\n${parts.filter((part) => part !== '').join('\n')}\n</article>\n`
}

/** The body's blocks alone: what a clipboard or another document takes. */
export function blocksHtml(content: StoryContent, address: PictureAddress): string {
  return groupBlocks(content.body)
    .map((group) => groupHtml(content, group, address))
    .join('\n')
}

function datelineHtml({ place, date, source }: StoryContent['fields']): string {
  const day = date === '' ? '' : `<time datetime="${escapeText(date)}">${escapeText(date)}</time>`
  const words = [escapeText(place), day, escapeText(source)].filter((part) => part !== '')
  return `<p class="dateline">${words.join(', ')}</p>`
}

function groupHtml(content: StoryContent, group: Group, address: PictureAddress): string {
  if (isList(group)) return listHtml(group)
  switch (group.kind) {
    case 'heading2':
      return `<h2>${inlineHtml(group.spans)}</h2>`
    case 'heading3':
      return `<h3>${inlineHtml(group.spans)}</h3>`
    case 'quote':
      return `<blockquote><p>${inlineHtml(group.spans)}</p></blockquote>`
    case 'pullquote':
      return `<aside class="pullquote"><p>${inlineHtml(group.spans)}</p></aside>`
    case 'rule':
      return '<hr>'
    case 'picture': {
      const photo = photoOf(content, group.photo)
      return photo ? figure(photo, address) : ''
    }
    default:
      return `<p>${inlineHtml(group.spans)}</p>`
  }
}

function listHtml({ kind, items }: List): string {
  const tag = kind === 'number' ? 'ol' : 'ul'
  const rows = items.map(
    ({ block, lists }) => `<li>${inlineHtml(block.spans)}${lists.map(listHtml).join('')}</li>`,
  )
  return `<${tag}>${rows.join('')}</${tag}>`
}

function figure(photo: Photo, address: PictureAddress): string {
  const src = address(photo)
  const image = src === null ? '' : `<img src="${escapeText(src)}" alt="${escapeText(photo.alt)}">`
  const credit = photo.credit === '' ? '' : `<span class="credit">${escapeText(photo.credit)}</span>`
  const words = [inlineHtml(photo.caption), credit].filter((part) => part !== '').join(' ')
  const caption = words === '' ? '' : `<figcaption>${words}</figcaption>`
  return image === '' && caption === '' ? '' : `<figure>${image}${caption}</figure>`
}

/** Spans with their marks, as HTML. */
export function inlineHtml(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      let html = 'text' in span ? escapeText(span.text) : 'lineBreak' in span ? '<br>' : ''
      if (html === '') return ''
      if (span.marks.bold) html = `<strong>${html}</strong>`
      if (span.marks.italic) html = `<em>${html}</em>`
      const href = safeLink(span.marks.link ?? '')
      return href === '' ? html : `<a href="${escapeText(href)}">${html}</a>`
    })
    .join('')
}

/** Text as it may stand in HTML, in an attribute's value too. */
export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
