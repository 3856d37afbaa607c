import { bylineText } from '../domain/byline.ts'
import { datelineText } from '../domain/dateline.ts'
import type { DatelineStyle } from '../domain/newsroom-settings.ts'
import type { Photo, Span, StoryContent, TextBlock } from '../domain/story-content.ts'
import { listRuns, listTree, type ListNode } from './list-tree.ts'
import { publicContent, type PublicBlock } from './public-content.ts'
import { safeLink } from './safe-link.ts'

export type HtmlOptions = {
  /** With a style, the first paragraph begins with the dateline; without, only a date stands under the byline. */
  readonly datelineStyle?: DatelineStyle
  /** Where a picture's file can be fetched; null leaves the address out. */
  readonly pictureAddress?: (photo: Photo) => string | null
}

/**
 * A story as the clean HTML of one article: no scripts, styles or comments, lists really nested, links only to http, https
 * and mailto. Notes and desk note stay behind. Imports again to the same body blocks.
 */
export function toHtml(content: StoryContent, options: HtmlOptions = {}): string {
  const { headline, dek, fields, authors, photos, body } = publicContent(content)
  const figure = (photo: Photo): string => figureHtml(photo, options)
  const byline = bylineText(authors, fields.organisation)
  const dateline = options.datelineStyle === undefined ? '' : datelineText(fields, options.datelineStyle)
  const head = [
    tag('p', fields.section, ' class="section"'),
    rawTag('h1', spansHtml(headline)),
    rawTag('p', spansHtml(dek), ' class="dek"'),
    tag('p', byline, ' class="byline"'),
    fields.date === '' ? '' : `<p><time datetime="${escapeHtml(fields.date)}">${escapeHtml(fields.date)}</time></p>`,
  ].filter((line) => line !== '')
  const lead = photos.find((photo) => photo.id === fields.lead)
  const language = fields.language === '' ? '' : ` lang="${escapeHtml(fields.language)}"`
  return [
    `<article${language}>`,
    ...(head.length === 0 ? [] : ['<header>', ...head, '</header>']),
    ...(lead === undefined ? [] : [figure(lead)]),
    '<div itemprop="articleBody">',
    ...bodyHtml(body, dateline, (id) => {
      const photo = photos.find((one) => one.id === id)
      return photo === undefined ? '' : figure(photo)
    }),
    '</div>',
    '</article>',
    '',
  ].join('\n')
}

function bodyHtml(
  blocks: readonly PublicBlock[],
  dateline: string,
  figure: (photo: string) => string,
): readonly string[] {
  let opening = dateline === '' ? '' : `${escapeHtml(dateline)} `
  const out: string[] = []
  for (const run of listRuns(blocks)) {
    if (isRun(run)) out.push(...listTree(run).map(listHtml))
    else if (run.kind === 'picture') out.push(figure(run.photo))
    else if (run.kind === 'rule') out.push('<hr>')
    else {
      out.push(blockHtml(run, run.kind === 'paragraph' ? opening : ''))
      if (run.kind === 'paragraph') opening = ''
    }
  }
  return out
}

const isRun = (run: PublicBlock | readonly TextBlock[]): run is readonly TextBlock[] => Array.isArray(run)

function blockHtml(block: TextBlock, opening: string): string {
  const inner = opening + spansHtml(block.spans)
  if (block.kind === 'heading2') return `<h2>${inner}</h2>`
  if (block.kind === 'heading3') return `<h3>${inner}</h3>`
  if (block.kind === 'quote') return `<blockquote><p>${inner}</p></blockquote>`
  if (block.kind === 'pullquote') return `<blockquote class="pullquote"><p>${inner}</p></blockquote>`
  return `<p>${inner}</p>`
}

function listHtml(list: ListNode): string {
  const name = list.kind === 'number' ? 'ol' : 'ul'
  const items = list.items.map(
    ({ block, lists }) => `<li>${block === null ? '' : spansHtml(block.spans)}${lists.map(listHtml).join('')}</li>`,
  )
  return `<${name}>${items.join('')}</${name}>`
}

function figureHtml(photo: Photo, options: HtmlOptions): string {
  const address = options.pictureAddress?.(photo) ?? null
  const source = address === null ? '' : ` src="${escapeHtml(address)}"`
  const credit = photo.credit === '' ? '' : ` <span class="credit">${escapeHtml(photo.credit)}</span>`
  const caption = `${spansHtml(photo.caption)}${credit}`.trim()
  const figcaption = caption === '' ? '' : `<figcaption>${caption}</figcaption>`
  return `<figure><img${source} alt="${escapeHtml(photo.alt)}">${figcaption}</figure>`
}

function spansHtml(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (!('text' in span)) return 'lineBreak' in span ? '<br>' : ''
      let html = escapeHtml(span.text)
      if (span.marks.italic === true) html = `<em>${html}</em>`
      if (span.marks.bold === true) html = `<strong>${html}</strong>`
      const href = safeLink(span.marks.link ?? '')
      return href === '' ? html : `<a href="${escapeHtml(href)}">${html}</a>`
    })
    .join('')
}

const rawTag = (name: string, inner: string, attributes = ''): string =>
  inner === '' ? '' : `<${name}${attributes}>${inner}</${name}>`

const tag = (name: string, text: string, attributes = ''): string => rawTag(name, escapeHtml(text), attributes)

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')
