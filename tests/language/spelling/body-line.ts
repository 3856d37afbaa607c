import { readFile } from 'node:fs/promises'
import type { CheckedLine } from '../../../src/domain/checks/checked-story.ts'

/** A paragraph of a story's body. */
export const bodyLine = (signs: string): CheckedLine => ({
  place: { to: 'text', text: 'body', block: 0 },
  part: 'body',
  kind: 'paragraph',
  signs,
})

/** Reads a speller's text files where there is no server. */
export const readText = (url: string): Promise<string> => readFile(new URL(url), 'utf8')
