import { bylineText } from '../domain/byline.ts'
import { datelineText } from '../domain/dateline.ts'
import type { DatelineStyle } from '../domain/newsroom-settings.ts'
import { publicContent } from '../domain/public-content.ts'
import { spansText, type Block, type Photo, type StoryContent } from '../domain/story-content.ts'

/**
 * The story as agencies send it: plain text, one blank line between parts, the dateline at the head of the first
 * paragraph in the given style. Links and emphasis go; pictures leave their caption and credit. Notes never leave.
 */
export function toWireText(story: StoryContent, style: DatelineStyle): string {
  const content = publicContent(story)
  const { fields, photos } = content
  const lead = photos.find((photo) => photo.id === fields.lead)
  const parts = [
    fields.section,
    spansText(content.headline),
    spansText(content.dek),
    [bylineText(content.authors, fields.organisation), fields.date].filter((part) => part !== '').join('\n'),
    lead ? captionText(lead) : '',
    ...bodyText(content, datelineText(fields, style)),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function bodyText({ body, photos }: StoryContent, dateline: string): readonly string[] {
  const first = body.findIndex((block) => block.kind === 'paragraph' && spansText(block.spans).trim() !== '')
  const numbers: number[] = []
  const lines = body.map((block, index) => {
    const text = blockText(block, photos, numbers)
    return index === first && dateline !== '' ? `${dateline} ${text}` : text
  })
  return first < 0 && dateline !== '' ? [dateline, ...lines] : lines
}

/** `numbers` holds the running number of each list level, and is cut where a list ends. */
function blockText(block: Block, photos: readonly Photo[], numbers: number[]): string {
  if (block.kind === 'number') {
    numbers.length = Math.min(numbers.length, block.level + 1)
    const number = (numbers[block.level] ?? 0) + 1
    numbers[block.level] = number
    return `${'  '.repeat(block.level)}${number}. ${spansText(block.spans)}`
  }
  if (block.kind === 'bullet') {
    numbers.length = Math.min(numbers.length, block.level)
    return `${'  '.repeat(block.level)}- ${spansText(block.spans)}`
  }
  numbers.length = 0
  if (block.kind === 'picture') {
    const photo = photos.find(({ id }) => id === block.photo)
    return photo ? captionText(photo) : ''
  }
  if (block.kind === 'rule') return '* * *'
  return spansText(block.spans)
}

function captionText({ caption, alt, credit }: Photo): string {
  const words = spansText(caption) || alt
  return [words, credit].filter((part) => part !== '').join(' — ')
}
