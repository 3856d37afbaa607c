import type { Part } from '../recognition.ts'

/** What says that copy ends here, or goes on, and belongs to neither reader nor desk. */
export const END_MARKS: readonly RegExp[] = [
  /^[-–—( *]*ends?[-–—) *.]*$/i,
  /^(?:# ?){2,}#?$/,
  /^[-–— ]{1,3}30[-–— ]{1,3}$/,
  /^[-–—( ]*(?:more|mtf|more to (?:come|follow))[-–—). ]*$/i,
  /^X{3,}$/,
]

const GLUED = /[ ](?:ENDS?|###|-30-|–30–|—30—)$/

/** A line that is only an end mark. */
export function readEndMark(text: string): readonly Part[] | null {
  if (text.length > 30 || !END_MARKS.some((mark) => mark.test(text))) return null
  return [{ from: 0, to: text.length, target: 'left out', reason: 'End mark' }]
}

/** An end mark behind the last sentence of a paragraph. */
export function readGluedEndMark(text: string): readonly Part[] | null {
  const match = GLUED.exec(text.slice(-8))
  if (match === null) return null
  const at = Math.max(0, text.length - 8) + match.index
  if (at === 0) return null
  return [
    { from: 0, to: at, target: 'body' },
    { from: at + 1, to: text.length, target: 'left out', reason: 'End mark' },
  ]
}
