import { neededWords } from './needed-words.ts'
import type { PatternNode } from './pattern-node.ts'
import { readPattern } from './read-pattern.ts'
import { refusalOf } from './refusal-of.ts'
import { writePattern, type WrittenPattern } from './write-pattern.ts'

/** A pattern of Java's that can be run here. */
export type Translatable = {
  readonly ok: true
  readonly node: PatternNode
  /** How many groups it has by Java's count. */
  readonly groupCount: number
  /** Java's numbers of groups that have names. */
  readonly names: ReadonlyMap<string, number>
  /** One of these stands in every hit, in folded letters; null: nothing is known. */
  readonly needs: readonly string[] | null
}

/**
 * Reads a regular expression in Java's syntax and says whether it can be run here: what can't has a reason, in words for
 * people. Never throws. It is written when it is first run (`writePattern`), because a newsroom has thousands.
 */
export function readJava(pattern: string): Translatable | { readonly ok: false; readonly reason: string } {
  const read = readPattern(pattern)
  if (!read.ok) return read
  const { node, groups, names } = read
  const reason = refusalOf(node, groups)
  return reason === null
    ? { ok: true, node, groupCount: groups, names, needs: neededWords(node) }
    : { ok: false, reason }
}

/**
 * Translates a regular expression from Java's syntax. Letters' case is compared in all of Unicode; \b knows all letters; what
 * stands for a note (`UNREAD`) is held by nothing that doesn't name it.
 */
export function translateJava(
  pattern: string,
): (Translatable & WrittenPattern) | { readonly ok: false; readonly reason: string } {
  const read = readJava(pattern)
  return read.ok ? { ...read, ...writePattern(read.node) } : read
}
