import { neededWords } from './needed-words.ts'
import { readPattern } from './read-pattern.ts'
import { refusalOf } from './refusal-of.ts'
import { writePattern } from './write-pattern.ts'

/** A pattern of Java's as JavaScript runs it. */
export type Translated = {
  readonly ok: true
  readonly source: string
  /** 'v' and 'g', with 'i' where no letter's case counts. */
  readonly flags: string
  /** At which place in a hit each of Java's groups is; [0] is 0. Groups that stand for atomic ones are in between. */
  readonly groups: readonly number[]
  /** Java's numbers of groups that have names. */
  readonly names: ReadonlyMap<string, number>
  /** One of these stands in every hit, in folded letters; null: nothing is known. */
  readonly needs: readonly string[] | null
}

/**
 * Translates a regular expression from Java's syntax. Letters' case is compared in all of Unicode; \b knows all letters; what
 * stands for a note (`UNREAD`) is held by nothing that doesn't name it. Never throws: what can't be translated has a
 * reason, in words for people.
 */
export function translateJava(pattern: string): Translated | { readonly ok: false; readonly reason: string } {
  const read = readPattern(pattern)
  if (!read.ok) return read
  const reason = refusalOf(read.node, read.groups)
  if (reason !== null) return { ok: false, reason }
  return {
    ok: true,
    ...writePattern(read.node),
    names: read.names,
    needs: neededWords(read.node),
  }
}
