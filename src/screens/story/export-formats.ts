import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import { spansText, type StoryContent } from '../../domain/story-content.ts'
import type { Source, StoredPicture } from './export-parts.ts'

export type FormatName = 'html' | 'markdown' | 'wire' | 'json'

/** All that a format may want of a story. */
export type ExportParts = {
  readonly content: StoryContent
  readonly pictures: readonly StoredPicture[]
  readonly source: Source | null
}

type Format = {
  /** As it stands in "Copy as …". */
  readonly name: string
  readonly extension: string
  readonly type: string
  /** Each writer is loaded when it is first used. */
  readonly write: (parts: ExportParts) => Promise<string>
}

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  html: {
    name: 'HTML',
    extension: 'html',
    type: 'text/html',
    write: async ({ content }) => (await import('../../formats/to-html.ts')).toHtml(content),
  },
  markdown: {
    name: 'Markdown',
    extension: 'md',
    type: 'text/markdown',
    write: async ({ content }) => (await import('../../formats/to-markdown.ts')).toMarkdown(content),
  },
  wire: {
    name: 'wire text',
    extension: 'txt',
    type: 'text/plain',
    write: async ({ content }) =>
      (await import('../../formats/to-wire-text.ts')).toWireText(content, NEWSROOM_SETTINGS.datelineStyle),
  },
  json: {
    name: 'Stet JSON',
    extension: 'json',
    type: 'application/json',
    write: async ({ content, pictures, source }) => {
      const { toStetJson } = await import('../../formats/stet-json.ts')
      const files = pictures.map(async ({ hash, file }) => ({
        hash,
        type: file.type,
        bytes: new Uint8Array(await file.arrayBuffer()),
      }))
      return toStetJson({ content, source, pictures: await Promise.all(files) })
    },
  },
}

export const FORMAT_NAMES: readonly FormatName[] = ['html', 'markdown', 'wire', 'json']

/** A file name without its ending, from the slug or else the headline: "harbour-vote". */
export function fileStem(content: StoryContent): string {
  const words = content.fields.slug.trim() || spansText(content.headline)
  const stem = words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/gu, '')
  return stem === '' ? 'story' : stem
}
