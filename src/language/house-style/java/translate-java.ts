import { neededWords } from './needed-words.ts'
import type { ReadPattern } from './pattern-node.ts'
import { readPattern } from './read-pattern.ts'
import { refusalOf } from './refusal-of.ts'
import { writePattern, type WrittenPattern } from './write-pattern.ts'

/** A pattern of Java's that can be run here. */
export type Translatable = {
  readonly ok: true
  /** How many groups it has by Java's count. */
  readonly groupCount: number
  /** Java's numbers of groups that have names. */
  readonly names: ReadonlyMap<string, number>
  /** One of these stands in every hit, in folded letters; null: nothing is known. */
  readonly needs: readonly string[] | null
}

type Refused = { readonly ok: false; readonly reason: string }

/**
 * Reads a regular expression in Java's syntax and says whether it can be run here: what can't has a reason, in words for
 * people. Never throws. It is translated when it is first run, because a newsroom has thousands, of which a story needs few.
 */
export function readJava(pattern: string): Translatable | Refused {
  const read = readRunnable(pattern)
  if (!read.ok) return read
  const { node, groups, names } = read
  return { ok: true, groupCount: groups, names, needs: neededWords(node) }
}

/**
 * Translates a regular expression from Java's syntax. Letters' case is compared in all of Unicode; \b knows all letters; what
 * stands for a note (`UNREAD`) is held by nothing that doesn't name it.
 */
export function translateJava(pattern: string): ({ readonly ok: true } & WrittenPattern) | Refused {
  const read = readRunnable(pattern)
  return read.ok ? { ok: true, ...writePattern(read.node) } : read
}

function readRunnable(pattern: string): ReadPattern {
  const read = readPattern(pattern)
  if (!read.ok) return read
  const reason = refusalOf(read.node, read.groups)
  return reason === null ? read : { ok: false, reason }
}
