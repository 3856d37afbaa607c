import type { Suggestion, SuggestionKind } from '../suggestions/suggestion.ts'
import type { DigestChange, PlacedChange } from './digest-change.ts'
import { isWord, wordsOf } from './words.ts'

/** A suggestion that was taken, as it was listed when it was decided. */
export type TakenSuggestion = Pick<Suggestion, 'id' | 'by' | 'kind' | 'place' | 'before' | 'after'>

const KINDS: Readonly<Record<DigestChange['what'], readonly SuggestionKind[]>> = {
  words: ['text', 'picture'],
  format: ['format'],
  field: ['field', 'picture'],
  inserted: ['text', 'block', 'picture', 'field'],
  deleted: ['text', 'block', 'picture', 'field'],
  moved: ['move', 'block'],
  kind: ['block'],
  split: ['text', 'block'],
  joined: ['text', 'block'],
}

/** Words as they are compared: cut up once, since each may be looked for in many others. */
type Phrase = { readonly raw: string; readonly plain: string; readonly tokens: string }
type Phrases = { readonly before: Phrase; readonly after: Phrase }
type Rule = (taken: Phrases, words: Phrases, placed: PlacedChange) => boolean

/**
 * For each change, the suggestions that it came from: those for the same place whose words are its words, or a part of
 * it; else one that is larger and covers it. A suggestion is credited once with what it explains; only one that covers
 * several changes is credited with each. What is not sure is not credited.
 */
export function creditChanges(
  changes: readonly PlacedChange[],
  taken: readonly TakenSuggestion[],
): readonly (readonly TakenSuggestion[])[] {
  const offers = taken.map((one) => ({ one, place: JSON.stringify(one.place), words: phrasesOf(one) }))
  const used = new Set<TakenSuggestion>()
  const rows = changes.map((placed) => {
    const place = JSON.stringify(placed.change.place)
    return { placed, place, words: phrasesOf(placed.change), credit: [] as TakenSuggestion[] }
  })
  const pass = (rule: Rule, howMany: 'one' | 'all' | 'shared'): void => {
    for (const { placed, place, words, credit } of rows) {
      if (credit.length > 0) continue
      for (const offer of offers) {
        if (
          used.has(offer.one) ||
          offer.place !== place ||
          !KINDS[placed.change.what].includes(offer.one.kind)
        )
          continue
        if (!rule(offer.words, words, placed)) continue
        credit.push(offer.one)
        if (howMany !== 'shared') used.add(offer.one)
        if (howMany !== 'all') break
      }
    }
  }
  pass(equal, 'one')
  pass(explains, 'one')
  pass(within, 'all')
  pass(covers, 'shared')
  return rows.map(({ credit }) => credit)
}

function phraseOf(raw: string): Phrase {
  const plain = raw.replace(/\s+/gu, ' ').trim()
  return { raw, plain, tokens: `\n${wordsOf(plain).join('\n')}\n` }
}

const phrasesOf = ({ before, after }: { before: string; after: string }): Phrases => ({
  before: phraseOf(before),
  after: phraseOf(after),
})

const has = (whole: Phrase, part: Phrase): boolean => part.plain === '' || whole.tokens.includes(part.tokens)
const saysWords = ({ before, after }: Phrases): boolean =>
  [before, after].some(({ tokens }) => tokens.split('\n').some(isWord))

/** The same words before and after. */
const equal: Rule = (taken, words) =>
  taken.before.plain === words.before.plain &&
  taken.after.plain === words.after.plain &&
  (words.before.raw !== '' || words.after.raw !== '')

/** The suggestion, made in the words before, gives the words after: it changed a part of a word, for instance. */
const explains: Rule = (taken, words, { change }) => {
  const [before, after] = [words.before.raw, words.after.raw]
  const [out, into] = [taken.before.raw, taken.after.raw]
  if (change.what !== 'words' || out === into) return false
  if (before.length - out.length + into.length !== after.length) return false
  for (let at = 0; at <= before.length; at++) {
    const made = before.startsWith(out, at) && after.startsWith(into, at)
    if (made && before.slice(at + out.length) === after.slice(at + into.length)) return true
    if (before[at] !== after[at]) return false
  }
  return false
}

/** The suggestion is a part of a change that is larger; or of the words whose format, kind or place changed. */
const within: Rule = (taken, words, { change }) => {
  if (!saysWords(taken)) return false
  if (change.what === 'words') return has(words.before, taken.before) && has(words.after, taken.after)
  if (change.what !== 'format' && change.what !== 'moved' && change.what !== 'kind') return false
  const said = taken.after.plain === '' ? taken.before : taken.after
  const about = words.after.plain !== '' && has(said, words.after)
  return about || has(words.after, said) || has(words.before, said)
}

/** The change is a part of a suggestion that is larger: its words stand around it in both versions. */
const covers: Rule = (taken, words, { change, was, is }) => {
  if (change.what === 'words') return surrounds(was, taken.before.raw) && surrounds(is, taken.after.raw)
  const whole = change.what === 'inserted' || change.what === 'deleted'
  return whole && saysWords(words) && has(taken.before, words.before) && has(taken.after, words.after)
}

function surrounds({ text, from, to }: PlacedChange['was'], words: string): boolean {
  if (words.trim() === '') return from === to
  for (let at = text.indexOf(words); at >= 0 && at <= from; at = text.indexOf(words, at + 1)) {
    if (at + words.length >= to) return true
  }
  return false
}
