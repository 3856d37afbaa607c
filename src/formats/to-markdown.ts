import { bylineText } from '../domain/byline.ts'
import { publicContent } from '../domain/public-content.ts'
import type { Photo, Span, StoryContent } from '../domain/story-content.ts'
import { groupBlocks, isList, photoOf, type Group, type List } from './block-groups.ts'
import { safeLink } from './safe-link.ts'

/**
 * The story as CommonMark. Headline is the first heading, dek the emphasised line below it; pull quotes are quotes
 * (Markdown has one kind). Notes never leave.
 */
export function toMarkdown(story: StoryContent): string {
  const content = publicContent(story)
  const { fields } = content
  const lead = content.photos.find((photo) => photo.id === fields.lead)
  const parts = [
    content.headline.length > 0 ? `# ${inlineMarkdown(content.headline)}` : '',
    content.dek.length > 0 ? `*${inlineMarkdown(content.dek.map(upright))}*` : '',
    escapeMarkdown(bylineText(content.authors, fields.organisation)),
    escapeMarkdown([fields.place, fields.date, fields.source].filter((part) => part !== '').join(', ')),
    lead ? figure(lead) : '',
    ...groupBlocks(content.body).map((group) => groupMarkdown(content, group)),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

const upright = (span: Span): Span => {
  const { italic: _, ...marks } = span.marks
  return { ...span, marks }
}

function groupMarkdown(content: StoryContent, group: Group): string {
  if (isList(group)) return listMarkdown(group, '')
  switch (group.kind) {
    case 'heading2':
      return `## ${inlineMarkdown(group.spans, ' ')}`
    case 'heading3':
      return `### ${inlineMarkdown(group.spans, ' ')}`
    case 'quote':
    case 'pullquote':
      return inlineMarkdown(group.spans)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')
    case 'rule':
      return '---'
    case 'picture': {
      const photo = photoOf(content, group.photo)
      return photo ? figure(photo) : ''
    }
    default:
      return inlineMarkdown(group.spans)
  }
}

function listMarkdown({ kind, items }: List, indent: string): string {
  return items
    .map(({ block, lists }, index) => {
      const mark = kind === 'number' ? `${index + 1}. ` : '- '
      const inner = indent + ' '.repeat(mark.length)
      const text = inlineMarkdown(block.spans).replaceAll('\n', `\n${inner}`)
      return [`${indent}${mark}${text}`, ...lists.map((list) => listMarkdown(list, inner))].join('\n')
    })
    .join('\n')
}

function figure({ hash, alt, caption, credit }: Photo): string {
  const image = hash === '' ? '' : `![${escapeMarkdown(alt)}](${hash})`
  const words = [inlineMarkdown(caption), credit === '' ? '' : `(${escapeMarkdown(credit)})`]
  return [image, words.filter((part) => part !== '').join(' ')].filter((part) => part !== '').join('\n')
}

/** Spans with their marks. Blanks at the edge of a mark stand outside of it: "** bold**" would be no bold. */
export function inlineMarkdown(spans: readonly Span[], lineBreak = '\\\n'): string {
  return spans
    .map((span, index) => {
      if ('lineBreak' in span) return lineBreak
      if (!('text' in span)) return ''
      const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(span.text) ?? []
      if (words === '') return span.text
      let text = escapeMarkdown(words, index === 0 && before === '')
      if (span.marks.bold) text = `**${text}**`
      if (span.marks.italic) text = `*${text}*`
      const href = safeLink(span.marks.link ?? '')
      if (href !== '') text = `[${text}](<${href.replaceAll('>', '%3E')}>)`
      return before + text + after
    })
    .join('')
}

/** Text so that nothing in it is read as Markdown; at the head of a line also list marks, headings and quotes. */
export function escapeMarkdown(text: string, isLineStart = true): string {
  const escaped = text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/&(?=[#\w]+;)/g, '\\&')
  return isLineStart
    ? escaped.replace(/^([-+#=~|])/, '\\$1').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    : escaped
}
