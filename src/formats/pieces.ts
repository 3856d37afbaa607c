import type { BlockKind } from '../domain/block-kind.ts'
import type { Part, Piece, PieceBlock } from './recognition.ts'
import { lineText, type SourceLine } from './source-line.ts'
import { sliceSpans } from './spans.ts'

const SEPARATORS = /[\s()[\],;:|]/
const BLANK = /\s/

/** The range without the characters of `edge` at its ends. */
function shed(
  text: string,
  from: number,
  to: number,
  edge: RegExp,
): { readonly from: number; readonly to: number } {
  let start = from
  let end = to
  while (start < end && edge.test(text.charAt(start))) start++
  while (end > start && edge.test(text.charAt(end - 1))) end--
  return { from: start, to: end }
}

/** Why words between the parts that a rule found are left out. */
function reasonFor(text: string, from: number, to: number): string {
  const gap = text.slice(from, to)
  if (/^[-–—―]+$/.test(gap)) return 'Dash'
  if (/\bby\b|^authors?|^byline|^writers?/i.test(gap)) return 'Byline word'
  return text.charAt(to) === ':' ? 'Label' : 'Joining word'
}

/** How a line stands in the body. */
export function blockOf(line: SourceLine): PieceBlock {
  const kinds: Readonly<Partial<Record<SourceLine['kind'], BlockKind | 'rule'>>> = {
    heading1: 'heading2',
    picture: 'paragraph',
  }
  const kind = kinds[line.kind] ?? (line.kind as BlockKind | 'rule')
  return { kind, level: kind === 'bullet' || kind === 'number' ? line.level : 0 }
}

/**
 * A line's pieces: the parts that a rule found, and between them, left out and with a reason, every word that they did
 * not take. So no rule can lose a word. Parts must be in order and not overlap.
 */
export function piecesOf(
  line: SourceLine,
  index: number,
  parts: readonly Part[],
  photo = 0,
): readonly Piece[] {
  const text = lineText(line)
  const out: Piece[] = []
  const push = (part: Part): void => {
    const { from, to } = shed(text, part.from, part.to, WORDS.has(part.target) ? BLANK : SEPARATORS)
    if (from >= to) return
    out.push({
      id: `${index}.${out.length}`,
      line: index,
      from,
      to,
      spans: sliceSpans(line.spans, from, to),
      target: part.target,
      block: blockOf(line),
      date: part.date ?? '',
      photo,
      reason: part.target === 'left out' ? (part.reason ?? '') : '',
    })
  }
  const gap = (from: number, to: number): void => {
    const { from: start, to: end } = shed(text, from, to, SEPARATORS)
    push({
      from: start,
      to: end,
      target: 'left out',
      reason: from < line.mark ? 'List mark' : reasonFor(text, start, end),
    })
  }
  let at = 0
  for (const part of parts) {
    gap(at, part.from)
    push(part)
    at = part.to
  }
  gap(at, text.length)
  if (line.kind === 'rule') out.push({ ...ruleOf(index), block: { kind: 'rule', level: 0 } })
  return out
}

const ruleOf = (line: number): Piece => ({
  id: `${line}.0`,
  line,
  from: 0,
  to: 0,
  spans: [],
  target: 'body',
  block: { kind: 'rule', level: 0 },
  date: '',
  photo: 0,
  reason: '',
})

// Fields of words keep all that is not blank; the others also shed the separators at their ends.
const WORDS: ReadonlySet<Part['target']> = new Set(['body', 'deskNote', 'headline', 'dek', 'caption', 'alt'])
