import type { NewsroomSettings } from '../domain/newsroom-settings.ts'
import type { CopyType } from './copy-type.ts'
import type { ImportAnswer, ImportInput } from './import-answer.ts'
import { linesOfHtml } from './lines-of-html.ts'
import { linesOfMarkdown } from './lines-of-markdown.ts'
import { linesOfText } from './lines-of-text.ts'
import { readCopy } from './read-copy.ts'
import { recognise } from './recognise.ts'
import type { RecognitionSettings } from './recognition.ts'
import type { SourceLine } from './source-line.ts'
import { readStetJson } from './stet-json.ts'

// Reading and making a story, in one module; the import dialog takes retarget.ts alone, which needs no parser.
export { toContent } from './to-content.ts'

export type ImportSettings = RecognitionSettings & Partial<Pick<NewsroomSettings, 'maxImportBytes'>>

/**
 * Reads what was given to "Import copy": wire copy as text, HTML or Markdown becomes a recognition for the preview, Stet's
 * own JSON a whole story. Refused with a message: empty, binary, too large, undecodable, or a story file that can't be read.
 */
export function importCopy(input: ImportInput, settings: ImportSettings): ImportAnswer {
  const read = readCopy('bytes' in input ? input.bytes : input.text, input.name, settings.maxImportBytes)
  if (!read.ok) return read
  if (read.type === 'application/json') {
    const story = readStetJson(read.text)
    if (!story.ok) return story
    const { content, source, pictures } = story.file
    const files = pictures.map(({ bytes, type }) => new Blob([new Uint8Array(bytes)], { type }))
    return { ok: true, kind: 'story', content, source, pictures: files, notes: read.warnings }
  }
  const lines = LINES[read.type](read.text)
  if (lines.length === 0) {
    return { ok: false, message: 'There is no text in it, only markup. Nothing was imported.' }
  }
  return {
    ok: true,
    kind: 'copy',
    recognition: recognise(lines, settings),
    source: { name: input.name, type: read.type, text: read.text },
    notes: read.warnings,
  }
}

const LINES: Readonly<
  Record<Exclude<CopyType, 'application/json'>, (text: string) => readonly SourceLine[]>
> = {
  'text/plain': linesOfText,
  'text/html': linesOfHtml,
  'text/markdown': linesOfMarkdown,
}
