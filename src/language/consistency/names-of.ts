import { CALENDAR } from './lists/ordinary-capitals.ts'
import { ORGANISATION_WORDS } from './lists/organisations.ts'
import { OFFICES, TITLES } from './lists/titles.ts'
import type { LineFacts } from './line-facts.ts'
import { editDistance } from './story/alike.ts'

/** Words that stand in capitals within titles and institutions' names: a capitalised word close to one is a slip, not a name. */
const ORDINARY: readonly string[] = [
  ...new Set([
    ...ORGANISATION_WORDS,
    ...TITLES,
    ...[...OFFICES].map((word) => word.toLowerCase()),
    ...CALENDAR,
  ]),
].filter((word) => word.length > 5)

const BY_LENGTH = new Map<number, readonly string[]>()
for (const word of ORDINARY) BY_LENGTH.set(word.length, [...(BY_LENGTH.get(word.length) ?? []), word])

/**
 * Words that are names of people, places and organisations as the story itself writes them, without a possessive ending:
 * for spelling to leave alone. Of two spellings that differ by a letter only the commoner one is a name, and no word is
 * that looks like a misspelt ordinary one ("Goverment").
 */
export function namesOf(facts: readonly LineFacts[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  const people = new Set<string>()
  for (const line of facts) {
    for (const { text } of line.capitals) counts.set(text, (counts.get(text) ?? 0) + 1)
    for (const name of line.names) {
      if (!name.isPerson) continue
      for (const part of name.parts) {
        people.add(part)
        if (name.startsSentence && part === name.parts[0]) counts.set(part, (counts.get(part) ?? 0) + 1)
      }
    }
  }
  const rivals = new Map<string, string[]>()
  for (const name of counts.keys()) {
    const start = name.charAt(0)
    rivals.set(start, [...(rivals.get(start) ?? []), name])
  }
  const names = [...counts].filter(([name, count]) => {
    if (/\d/.test(name) || name.length < 2) return false
    const isRare = (rivals.get(name.charAt(0)) ?? []).some(
      (other) =>
        other !== name && (counts.get(other) ?? 0) > count && name.length > 4 && isSlipOf(name, other),
    )
    return !isRare && (count > 1 || people.has(name) || !isMisspelt(name.toLowerCase()))
  })
  return new Set(names.flatMap(([name]) => (name.includes('-') ? [name].concat(name.split('-')) : [name])))
}

/** Differs by a letter, and not only by the s of a plural or the n of a people's name. */
const isSlipOf = (name: string, other: string): boolean =>
  editDistance(name, other, 1) === 1 &&
  name !== `${other}s` &&
  other !== `${name}s` &&
  name !== `${other}n` &&
  other !== `${name}n`

function isMisspelt(word: string): boolean {
  if (word.length < 6) return false
  for (let length = word.length - 1; length <= word.length + 1; length += 1) {
    for (const ordinary of BY_LENGTH.get(length) ?? []) {
      if (ordinary === word) return false
      if (ordinary.charAt(0) === word.charAt(0) && editDistance(word, ordinary, 1) === 1) return true
    }
  }
  return false
}
