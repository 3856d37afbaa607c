import type { Part, RecognitionSettings } from './recognition.ts'
import { readHeadLine } from './read-head-line.ts'
import { readDateline } from './rules/dateline.ts'
import { readTwins } from './rules/twin-lines.ts'
import { lineText, type SourceLine } from './source-line.ts'

/** How far the head of an article can reach, in lines. */
const FARTHEST = 40
/** How many lines that no rule knows may stand before the first that one knows, and between two of them. */
const UNKNOWN_FIRST = 4
const UNKNOWN_BETWEEN = 1
/** At most so many key points may stand between head and dateline. */
const BULLETS = 8
/** A line of more words is a paragraph of the body, whatever follows. */
const PARAGRAPH_WORDS = 45

/** The lines above the body: how many, and what rules say of each (null: no rule knows the line). */
export type Head = {
  readonly end: number
  readonly parts: readonly (readonly Part[] | null)[]
  /** The dateline that opens the body, and its line: below the head, but for bullets between. Null without one. */
  readonly dateline: { readonly line: number; readonly parts: readonly Part[] } | null
}

const IN_BODY: ReadonlySet<SourceLine['kind']> = new Set(['bullet', 'number', 'quote', 'pullquote', 'rule'])

/**
 * Finds where the body begins: at a dateline, where the markup says so, or after the last line that a head rule knows.
 * Without any of these the head is empty here, and `weakHead` in assign-head.ts looks at shapes.
 */
export function findHead(lines: readonly SourceLine[], settings: RecognitionSettings): Head {
  const parts: (readonly Part[] | null)[] = []
  let end = 0
  let unknown = 0
  for (let index = 0; index < Math.min(lines.length, FARTHEST); index++) {
    const line = lines[index]
    if (line === undefined || line.zone === 'body') return headOf(lines, parts, index, settings)
    const text = lineText(line)
    if (parts[index] === undefined) {
      const next = lines[index + 1]
      const twins = next === undefined || next.zone === 'body' ? null : readTwins(text, lineText(next))
      if (twins !== null) parts[index + 1] = twins[1]
      parts[index] = twins?.[0] ?? null
    }
    if (parts[index] === null && line.kind === 'paragraph' && readDateline(text, settings) !== null) {
      return headOf(lines, parts, index, settings)
    }
    if (line.says === 'furniture' || line.says === 'page title') continue
    if (line.zone === 'header' || line.says !== '' || line.kind === 'heading1' || line.kind === 'picture') {
      parts[index] ??=
        line.kind === 'heading1' || line.kind === 'picture' ? null : readHeadLine(text, settings)
      end = index + 1
      unknown = 0
      continue
    }
    if (IN_BODY.has(line.kind)) {
      const below = lines.slice(index, index + BULLETS).findIndex((one) => !IN_BODY.has(one.kind))
      const opening = below < 0 ? null : datelineAt(lines, index + below, settings)
      if (opening !== null) return headOf(lines, parts, index, settings, opening)
      break
    }
    parts[index] ??= readHeadLine(text, settings)
    const found = parts[index] ?? null
    if (found !== null) {
      // A desk note or an end mark below unknown lines closes the copy; it opens nothing.
      if (unknown > 0 && found.every(({ target }) => target === 'deskNote' || target === 'left out')) break
      end = index + 1
      unknown = 0
      continue
    }
    unknown++
    if (
      isParagraph(text) ||
      unknown > (end === 0 ? UNKNOWN_FIRST : UNKNOWN_BETWEEN + (hasOnlyTitle(lines, end) ? 2 : 0))
    )
      break
  }
  return { end, parts: parts.slice(0, end), dateline: null }
}

const isParagraph = (text: string): boolean => text.split(' ', PARAGRAPH_WORDS + 1).length > PARAGRAPH_WORDS

/** Whether the head so far ends in the headline: a dek and a kicker may still stand before the byline. */
const hasOnlyTitle = (lines: readonly SourceLine[], end: number): boolean =>
  lines[end - 1]?.kind === 'heading1'

function headOf(
  lines: readonly SourceLine[],
  parts: readonly (readonly Part[] | null)[],
  end: number,
  settings: RecognitionSettings,
  dateline: Head['dateline'] = datelineAt(lines, end, settings),
): Head {
  return { end, parts: lines.slice(0, end).map((_line, index) => parts[index] ?? null), dateline }
}

function datelineAt(
  lines: readonly SourceLine[],
  line: number,
  settings: RecognitionSettings,
): Head['dateline'] {
  const found = lines[line]
  const parts = found?.kind === 'paragraph' ? readDateline(lineText(found), settings) : null
  return parts === null ? null : { line, parts }
}
