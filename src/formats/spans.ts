import type { Span } from '../domain/story-content.ts'
import { sameJson } from '../domain/json.ts'

/** Characters that a span takes in `spansText`. */
const spanLength = (span: Span): number => ('text' in span ? span.text.length : 'lineBreak' in span ? 1 : 0)

/** The part of spans from character `from` to `to`, counted as in `spansText`. */
export function sliceSpans(spans: readonly Span[], from: number, to: number): readonly Span[] {
  const out: Span[] = []
  let at = 0
  for (const span of spans) {
    const end = at + spanLength(span)
    if ('text' in span) {
      const text = span.text.slice(Math.max(0, from - at), Math.max(0, to - at))
      if (text !== '') out.push({ text, marks: span.marks })
    } else if (at >= from && (at < to || (at === to && end === at))) out.push(span)
    at = end
  }
  return out
}

/** Equal neighbours become one span; empty ones go. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = []
  for (const span of spans) {
    const last = out.at(-1)
    if ('text' in span && span.text === '') continue
    if ('text' in span && last !== undefined && 'text' in last && sameJson(last.marks, span.marks)) {
      out[out.length - 1] = { text: last.text + span.text, marks: span.marks }
    } else out.push(span)
  }
  return out
}

/** Spans one after the other, with `separator` as plain text between those that hold something. */
export function joinSpans(parts: readonly (readonly Span[])[], separator: string): readonly Span[] {
  const out: Span[] = []
  for (const part of parts) {
    if (part.length === 0) continue
    if (out.length > 0) out.push({ text: separator, marks: {} })
    out.push(...part)
  }
  return mergeSpans(out)
}

/**
 * Blanks as a text field wants them: any run of spaces, no-break spaces and tabs is one space, none at the ends or beside
 * a line break; invisible characters (zero-width space, byte order mark, soft hyphen, other controls) go. "\n" stays.
 * Letters and quote marks are untouched.
 */
export function cleanSpans(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = []
  let open = false
  for (const span of spans) {
    if (!('text' in span)) {
      if ('lineBreak' in span) {
        trimLast(out)
        open = false
      }
      out.push(span)
      continue
    }
    let text = span.text.replace(INVISIBLE, '').replace(BLANKS, ' ').replace(AROUND_BREAK, '\n')
    if (!open) text = text.replace(/^[ \n]/, '')
    if (text === '') continue
    open = !/[ \n]$/.test(text)
    out.push({ text, marks: span.marks })
  }
  trimLast(out)
  while (isBreak(out.at(-1))) {
    out.pop()
    trimLast(out)
  }
  while (isBreak(out[0])) out.shift()
  return mergeSpans(out)
}

const isBreak = (span: Span | undefined): boolean => span !== undefined && 'lineBreak' in span

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const INVISIBLE = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/g
const BLANKS = /[\t\f\r\u00a0\u0085 \u1680\u2000-\u200a\u202f\u205f\u3000]+/g
const AROUND_BREAK = / ?[\n\u2028\u2029] ?/g

function trimLast(out: Span[]): void {
  const last = out.at(-1)
  if (last === undefined || !('text' in last)) return
  const text = last.text.trimEnd()
  if (text === '') {
    out.pop()
    trimLast(out)
  } else out[out.length - 1] = { text, marks: last.marks }
}
