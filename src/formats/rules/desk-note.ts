import type { Part } from '../recognition.ts'

const WORK =
  '(?:(?:additional|further|with|original) )?(?:reporting|writing|editing|compiling|compiled|translation|translated|edited|additional reporting)'
const WHOLE = new RegExp(`^[(\\[]?${WORK} by\\b`, 'i')
const OPENING = new RegExp(`[(\\[]${WORK} by\\b`, 'gi')
const EMBARGO = /^[([* ]*(?:strictly )?embargo(?:ed)?\b/i
const TAIL = 700

/**
 * "(Reporting by …; Editing by …)": who worked on the copy, as a line of its own or at the end of the last paragraph;
 * and an embargo line. All of it is for the desk.
 */
export function readDeskNote(text: string): readonly Part[] | null {
  if (text.length <= TAIL && (WHOLE.test(text) || EMBARGO.test(text))) {
    return [{ from: 0, to: text.length, target: 'deskNote' }]
  }
  if (!/[)\]]$/.test(text)) return null
  const start = Math.max(0, text.length - TAIL)
  const [match] = text.slice(start).matchAll(OPENING)
  if (match === undefined || start + match.index === 0) return null
  const at = start + match.index
  return [
    { from: 0, to: at, target: 'body' },
    { from: at, to: text.length, target: 'deskNote' },
  ]
}
