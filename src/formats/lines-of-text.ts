import { plainSpans } from '../domain/story-content.ts'
import { BLANK_LINE, cleanLine, type SourceLine } from './source-line.ts'
import { unwrapLines } from './unwrap-lines.ts'

/**
 * Plain text as source lines. A line is a paragraph, unless the text was wrapped at a column: then the lines of a
 * paragraph are joined again. Runs of lines that begin with the same list mark are list items.
 */
export function linesOfText(text: string): readonly SourceLine[] {
  const raw = unwrapLines(text.split(/\r\n|[\n\r\u2028\u2029\f\v\u0085]/))
  const out: SourceLine[] = []
  const marks = listMarks(raw)
  raw.forEach((content, index) => {
    const mark = marks[index]
    const line = cleanLine({
      ...BLANK_LINE,
      ...(mark === null || mark === undefined ? {} : { kind: mark.kind, level: mark.level }),
      spans: plainSpans(content),
    })
    if (line !== null) out.push(mark ? { ...line, mark: mark.length } : line)
  })
  return out
}

type ListMark = { readonly kind: 'bullet' | 'number'; readonly level: number; readonly length: number }

const BULLET = /^([\t \u00a0]*)([•‣◦▪●■]|[*+–—-](?=[\t \u00a0]))[\t \u00a0]*(?=\S)/u
const NUMBER = /^([\t \u00a0]*)(\d{1,3})[.)][\t \u00a0]+(?=\S)/

/**
 * Which lines are list items. A real bullet is one wherever it stands; an asterisk, a dash or a number only in a run of
 * at least two (numbers: that count up from 1), because prose may begin with one.
 */
function listMarks(raw: readonly string[]): readonly (ListMark | null)[] {
  const out: (ListMark | null)[] = raw.map(() => null)
  let run: number[] = []
  let runMark = ''
  const settle = (): void => {
    const certain = /[•‣◦▪●■]/u.test(runMark)
    if (run.length >= 2 || certain) return
    for (const index of run) out[index] = null
  }
  let count = 0
  raw.forEach((line, index) => {
    if (line.trim() === '') return
    const bullet = BULLET.exec(line)
    const number = bullet === null ? NUMBER.exec(line) : null
    const counted = number !== null && Number(number[2]) === (runMark === '1' ? count + 1 : 1)
    const mark = bullet?.[2] ?? (counted ? '1' : '')
    if (mark !== runMark) {
      settle()
      run = []
      runMark = mark
      count = 0
    }
    if (mark === '') return
    count++
    run.push(index)
    const found = bullet ?? number
    out[index] = {
      kind: mark === '1' ? 'number' : 'bullet',
      level: levelOf(found?.[1] ?? ''),
      length: (mark === '1' ? (number?.[2] ?? '').length + 1 : mark.length) + 0,
    }
  })
  settle()
  return out
}

/** Four columns, or two from the first nested item on, are one level: what both tabs and wire indents give. */
function levelOf(indent: string): number {
  const columns = indent.replaceAll('\t', '    ').length
  return Math.min(8, Math.floor(columns / 2) > 0 && columns < 4 ? 1 : Math.floor(columns / 4))
}
