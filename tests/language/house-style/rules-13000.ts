import type { HouseRule } from '../../../src/domain/checks/house-rule.ts'

/** Syllables of which words are made that look like English and are, mostly, none. */
const STARTS =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sm sp st str t th tr v w'.split(
    ' ',
  )
const MIDDLES = 'a e i o u ai ea ee ie oa oo ou'.split(' ')
const ENDS = 'b ck d ft g l ll lt m mp n nd ng nt p r rd rk rm rn rt s sh sk ss st t th ve x'.split(' ')

/** Numbers from 0 to 1, the same at each run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * As many rules as a large newsroom has, in the mixture of such: misspellings, names, hyphens, case, titles, a few with look
 * around, possessive repetition and classes, words of a dictionary, rules of LanguageTool, some that can't run.
 */
export function manyRules(count: number, seed = 1): readonly HouseRule[] {
  const next = random(seed)
  const pick = <T>(all: readonly [T, ...T[]] | readonly T[]): T => all[Math.floor(next() * all.length)] as T
  const syllable = (): string => pick(STARTS) + pick(MIDDLES) + pick(ENDS)
  const word = (): string => syllable() + syllable().slice(0, 3)
  const name = (): string => {
    const one = word()
    return one.charAt(0).toUpperCase() + one.slice(1)
  }
  const kinds: readonly (() => readonly [string, string | null])[] = [
    () => [`(?i)\\b${word()}`, word()],
    () => {
      const [start, end] = [word(), word()]
      return [`\\b${start}[ -]?${end}(s?)\\b`, `${start}-${end}$1`]
    },
    () => {
      const [first, last] = [name(), name()]
      return [`(?i)\\b${first} ${last}`, `${first} ${last}`]
    },
    () => {
      const one = word()
      return [
        `\\b(${one.charAt(0)}|${one.charAt(0).toUpperCase()})${one.slice(1)}(ed|ing|s)\\b`,
        `$1${one.slice(1)}n$2`,
      ]
    },
    () => [`(?<!the )\\b${name()} (?:River|Sea|Lake)\\b`, null],
    () => [`\\b${word()}\\s++(?:of|for|with)\\s++${word()}\\b`, null],
    () => [`\\b[${syllable().charAt(0).toUpperCase()}&&[A-Z]]${word()}\\b(?=\\p{Punct}|\\s|$)`, null],
    () => [`(?i)\\b(?:${word()}|${word()}|${word()})(?:'|’)?s\\b`, null],
    () => [`(?x) \\b ${word()} \\s ${word()} # as the desk decided`, word()],
    () => [`${name()}\\.com`, name()],
  ]
  return Array.from({ length: count }, (_, at): HouseRule => {
    const roll = next()
    const id = `many-${at}`
    const base = {
      id,
      category: pick(['Style guide', 'Names', 'Spelling', 'Hyphens']),
      tags: next() < 0.2 ? ['sport', 'uk'] : [],
      description: `**${word()}**, not ${word()}; see the "guide", under ${syllable()}`,
      notes: next() < 0.1 ? 'Asked for by\nthe desk' : '',
      isOff: next() < 0.02,
      isForced: next() < 0.05,
      isAdvisory: next() < 0.1,
      inQuotations: next() < 0.02,
    }
    if (roll < 0.03)
      return { ...base, type: 'languageToolXML', pattern: `<rule id="${id}"/>`, replacement: null }
    if (roll < 0.05)
      return { ...base, type: 'languageToolCore', pattern: `${word().toUpperCase()}_RULE`, replacement: null }
    if (roll < 0.12) return { ...base, type: 'dictionary', pattern: word(), replacement: null }
    if (roll < 0.125) return { ...base, type: 'regex', pattern: `(${word()})?\\1`, replacement: null }
    if (roll < 0.13) return { ...base, type: 'regex', pattern: '\\b\\p{Lu}{9,}\\b', replacement: null }
    const [pattern, replacement] = pick(kinds)()
    return { ...base, type: 'regex', pattern, replacement }
  })
}

/** A rule that doesn't come to an end on `RUNAWAY_TEXT` in anybody's lifetime. */
export const RUNAWAY_RULE: HouseRule = {
  id: 'runaway',
  type: 'regex',
  pattern: '(a+)+$',
  replacement: null,
  category: 'Test',
  tags: [],
  description: 'Runs away',
  notes: '',
  isOff: false,
  isForced: false,
  isAdvisory: false,
  inQuotations: false,
}

export const RUNAWAY_TEXT = `${'a'.repeat(60)}!`
