import { bylineText } from '../domain/byline.ts'
import { datelineText } from '../domain/dateline.ts'
import type { DatelineStyle } from '../domain/newsroom-settings.ts'
import { plainSpans, spansText, type Photo, type StoryContent, type TextBlock } from '../domain/story-content.ts'
import { listRuns, listTree, type ListNode } from './list-tree.ts'
import { spansMarkdown } from './markdown-inline.ts'
import { publicContent, type PublicBlock } from './public-content.ts'

export type MarkdownOptions = {
  /** With a style, the first paragraph begins with the dateline. */
  readonly datelineStyle?: DatelineStyle
  /** Where a picture's file can be fetched; null leaves the address out. */
  readonly pictureAddress?: (photo: Photo) => string | null
}

/**
 * A story as Markdown (CommonMark). Notes and desk note stay behind. Markdown has no pull quote: it becomes a quote. A
 * picture's caption and credit are the title of its image. Imports again to the same body blocks.
 */
export function toMarkdown(content: StoryContent, options: MarkdownOptions = {}): string {
  const { headline, dek, fields, authors, photos, body } = publicContent(content)
  const picture = (id: string): string => {
    const photo = photos.find((one) => one.id === id)
    return photo === undefined ? '' : pictureMarkdown(photo, options)
  }
  const text = (words: string): string => spansMarkdown(plainSpans(words))
  let dateline = options.datelineStyle === undefined ? '' : datelineText(fields, options.datelineStyle)
  const parts = [
    text(fields.section),
    headline.length === 0 ? '' : `# ${spansMarkdown(headline).replaceAll('\\\n', ' ')}`,
    spansMarkdown(dek),
    text(bylineText(authors, fields.organisation)),
    text(fields.date),
    picture(fields.lead),
  ]
  for (const run of listRuns<Exclude<PublicBlock, TextBlock>>(body)) {
    if (isRun(run)) parts.push(listTree(run).map((list) => listMarkdown(list)).join('\n'))
    else if (run.kind === 'picture') parts.push(picture(run.photo))
    else if (run.kind === 'rule') parts.push('* * *')
    else {
      const isOpening = run.kind === 'paragraph' && dateline !== ''
      parts.push(blockMarkdown(isOpening ? { ...run, spans: [...plainSpans(`${dateline} `), ...run.spans] } : run))
      if (isOpening) dateline = ''
    }
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const isRun = (run: PublicBlock | readonly TextBlock[]): run is readonly TextBlock[] => Array.isArray(run)

function blockMarkdown(block: TextBlock): string {
  const inner = spansMarkdown(block.spans)
  if (block.kind === 'heading2') return `## ${inner.replaceAll('\\\n', ' ')}`
  if (block.kind === 'heading3') return `### ${inner.replaceAll('\\\n', ' ')}`
  return block.kind === 'quote' || block.kind === 'pullquote' ? `> ${inner.replaceAll('\n', '\n> ')}` : inner
}

function listMarkdown(list: ListNode): string {
  return list.items
    .map(({ block, lists }, index) => {
      const mark = list.kind === 'number' ? `${index + 1}. ` : '- '
      const inner = [
        ...(block === null ? [] : [spansMarkdown(block.spans)]),
        ...lists.map((nested) => listMarkdown(nested)),
      ].join('\n')
      return mark + inner.replaceAll('\n', `\n${' '.repeat(mark.length)}`)
    })
    .join('\n')
}

function pictureMarkdown(photo: Photo, options: MarkdownOptions): string {
  const address = (options.pictureAddress?.(photo) ?? '').replace(/[\s<>\\]/g, encodeURIComponent)
  const credit = photo.credit === '' ? '' : `(Photo: ${photo.credit})`
  const title = [spansText(photo.caption).replaceAll('\n', ' '), credit].filter((part) => part !== '').join(' ')
  const quoted = title === '' ? '' : ` "${title.replace(/[\\"&<>]/g, '\\$&')}"`
  return `![${spansMarkdown(plainSpans(photo.alt))}](<${address}>${quoted})`
}
