import type { Block } from '../../domain/story-content.ts'
import { createDraft } from './block-draft.ts'

const PLACE = { kind: 'paragraph', level: 0, marks: {}, pre: true } as const

/**
 * Reads plain text into paragraphs. Where there are blank lines they part the paragraphs, and a single line end is a
 * line break; where there are none, every line is a paragraph. Signs that look like formatting stay signs.
 */
export function readText(text: string): readonly Block[] {
  const lines = text
    .replace(/\r\n?|[\u0085\u2029]/g, '\n')
    .replaceAll('\u2028', '\n')
    .split('\n')
  const parted = lines.slice(firstFull(lines), lastFull(lines) + 1).some((line) => line.trim() === '')
  const draft = createDraft()
  for (const line of lines) {
    if (line.trim() === '') draft.close()
    else {
      draft.text(line, PLACE)
      if (parted) draft.newLine()
      else draft.close()
    }
  }
  return draft.blocks()
}

const firstFull = (lines: readonly string[]): number =>
  Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  )

const lastFull = (lines: readonly string[]): number => lines.findLastIndex((line) => line.trim() !== '')
