import { bylineText } from '../domain/byline.ts'
import { datelineText } from '../domain/dateline.ts'
import type { DatelineStyle } from '../domain/newsroom-settings.ts'
import { spansText, type Photo, type StoryContent } from '../domain/story-content.ts'
import { publicContent } from './public-content.ts'

/**
 * A story as an agency would send it: plain text, the head line by line (slug, keywords, section and picture with labels),
 * then the body with its dateline in the chosen style, and "ENDS". Notes and desk note stay behind.
 */
export function toWireText(content: StoryContent, style: DatelineStyle): string {
  const { headline, dek, fields, authors, photos, body } = publicContent(content)
  const labelled = (label: string, text: string): string => (text === '' ? '' : `${label}: ${text}`)
  const caption = (photo: Photo): readonly string[] => [
    labelled('Alt text', photo.alt),
    labelled('Caption', oneLine(spansText(photo.caption))),
    labelled('Credit', photo.credit),
  ]
  const lead = photos.find((photo) => photo.id === fields.lead)
  const head = [
    labelled('Slug', fields.slug),
    labelled('Keywords', fields.keywords.join(', ')),
    labelled('Section', fields.section),
    oneLine(spansText(headline)),
    oneLine(spansText(dek)),
    bylineText(authors, fields.organisation),
    fields.date,
    ...(lead === undefined ? [] : caption(lead)),
  ]
  let dateline = datelineText(fields, style)
  const counts: number[] = []
  const lines = body.map((block) => {
    if (block.kind === 'rule') return '* * *'
    if (block.kind === 'picture') {
      const photo = photos.find((one) => one.id === block.photo)
      return photo === undefined ? '' : caption(photo).filter((line) => line !== '').join('\n')
    }
    const text = spansText(block.spans)
    if (block.kind !== 'number') counts.length = 0
    if (block.kind === 'bullet') return `${'    '.repeat(block.level)}• ${text}`
    if (block.kind === 'number') {
      counts.length = Math.min(counts.length, block.level + 1)
      counts[block.level] = (counts[block.level] ?? 0) + 1
      return `${'    '.repeat(block.level)}${counts[block.level] ?? 1}. ${text}`
    }
    if (block.kind !== 'paragraph' || dateline === '') return text
    const opening = `${dateline} `
    dateline = ''
    return opening + text
  })
  return `${[...head, ...lines, 'ENDS'].filter((line) => line !== '').join('\n\n')}\n`
}

const oneLine = (text: string): string => text.replaceAll('\n', ' ')
