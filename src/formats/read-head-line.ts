import type { Part, RecognitionSettings } from './recognition.ts'
import { readByline } from './rules/byline.ts'
import { readCaptionCredit } from './rules/credit.ts'
import { readDateLine } from './rules/date-line.ts'
import { readDeskNote } from './rules/desk-note.ts'
import { readEndMark } from './rules/end-mark.ts'
import { readLabel } from './rules/label.ts'

type HeadRule = {
  readonly name: string
  readonly read: (text: string, settings: RecognitionSettings) => readonly Part[] | null
}

/** What can stand above the body, as rules; the first that understands a whole line counts. */
export const HEAD_RULES: readonly HeadRule[] = [
  { name: 'date', read: readDateLine },
  { name: 'byline', read: readByline },
  { name: 'label', read: labelled },
  { name: 'desk note', read: (text) => wholeLine(readDeskNote(text)) },
  { name: 'end mark', read: readEndMark },
  { name: 'caption with credit', read: (text) => readCaptionCredit(text)?.parts ?? null },
]

/** A line of an article's head by the rules, or null where none knows it. */
export function readHeadLine(text: string, settings: RecognitionSettings): readonly Part[] | null {
  for (const rule of HEAD_RULES) {
    const parts = rule.read(text, settings)
    if (parts !== null) return parts
  }
  return null
}

const wholeLine = (parts: readonly Part[] | null): readonly Part[] | null =>
  parts !== null && parts.length === 1 ? parts : null

/** A labelled line; a labelled caption is cut from its credit, and "Source: AFP" after it stays one. */
function labelled(text: string, settings: RecognitionSettings): readonly Part[] | null {
  const parts = readLabel(text, settings, false)
  const [part] = parts ?? []
  if (part === undefined || part.target !== 'caption') return parts
  const credit = readCaptionCredit(text)?.parts
  const from = credit?.find((one) => one.target === 'credit')?.from ?? 0
  if (credit === undefined || from <= part.from) return parts
  return credit.map((one) =>
    one.target === 'caption' ? { from: part.from, to: one.to, target: one.target } : one,
  )
}
