import { UNREAD } from '../domain/checks/checked-story.ts'

/** A sentence of a line, without the space around it. */
export type Sentence = { readonly from: number; readonly to: number; readonly text: string }

/** After these a full stop ends no sentence, if a capital or a figure follows: titles, and what stands before names and numbers. */
const SHORT = new Set(
  (
    'mr mrs ms dr prof rev fr st sr jr gen col lt capt sgt maj cmdr adm gov sen rep hon pres supt insp det messrs mmes ' +
    'no nos vol pp p fig art sec ch vs v cf eg ie approx est ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun'
  ).split(' '),
)

/** Those of them that are words of their own in small letters: “the cat sat.” ends a sentence, “Sat. 5 May” does not. */
const WORDS = new Set('no nos art fig sat sun wed mar sec gen col rep adm'.split(' '))

const END = /[.!?…]+["'”’)\]]*(?=\s|$)|\n/gu

/** The sentences of a line. Titles, initials and abbreviations ("Mr. Smith", "J. K. Rowling", "the U.S. Navy") don't end one. */
export function sentencesOf(signs: string): readonly Sentence[] {
  const found: Sentence[] = []
  let from = 0
  const put = (to: number): void => {
    const whole = signs.slice(from, to)
    const text = whole.trim()
    if (text !== '' && /[\p{L}\p{N}]/u.test(text)) {
      const start = from + (whole.length - whole.trimStart().length)
      found.push({ from: start, to: start + text.length, text: text.replaceAll(UNREAD, '') })
    }
    from = to
  }
  for (const match of signs.matchAll(END)) {
    const to = match.index + match[0].length
    if (match[0] === '\n' || endsSentence(signs, from, match.index, to, match[0])) put(to)
  }
  put(signs.length)
  return found
}

function endsSentence(signs: string, from: number, at: number, to: number, end: string): boolean {
  // A small letter goes on with the sentence: "Yahoo! said", "“Why?” he asked".
  const next = /\S/u.exec(signs.slice(to, to + 20))?.[0] ?? ''
  if (/\p{Ll}/u.test(next)) return false
  if (!end.startsWith('.') || end.length > 1) return true
  const word = /[\p{L}.]+$/u.exec(signs.slice(Math.max(from, at - 20), at))?.[0] ?? ''
  if (next === '') return true
  if (/^\p{Lu}$/u.test(word) || /\.\p{L}$/u.test(word)) return false
  if (WORDS.has(word) && !/\d/.test(next)) return true
  return !SHORT.has(word.toLowerCase())
}
