import { KNOWN_ACRONYMS } from '../lists/acronyms.ts'
import { CALENDAR } from '../lists/ordinary-capitals.ts'
import { DEMONYMS } from '../lists/places.ts'
import { OFFICE_WORDS, TITLES } from '../lists/titles.ts'
import { folded, type Word } from '../words.ts'
import type { Stretch } from './place.ts'

/** An acronym that readers may not know; `isDescribed` where the words around it say what it is. */
export type Acronym = Stretch & { readonly text: string; readonly isDescribed: boolean }

/** Acronyms of a line, and the first letters of its capitalised phrases, which may spell some out. */
export type AcronymFacts = { readonly acronyms: readonly Acronym[]; readonly initials: readonly string[] }

const SMALL: ReadonlySet<string> = new Set(
  'of the and for in on to de la le du des per against with by at &'.split(' '),
)

/** Nouns that say what a body is: "the militant group ABC". */
const KINDS: ReadonlySet<string> = new Set(
  (
    'authority council commission office department ministry academy committee court unit squad centre center project mission ' +
    'group party union company agency firm broadcaster charity body maker bank regulator watchdog militia carrier airline website network newspaper channel program programme station publisher retailer ' +
    'studio label team club side band duo app platform service scheme operator supplier manufacturer developer consultancy thinktank tank institute institution organisation organization association ' +
    'federation league foundation coalition alliance movement faction giant brand business contractor lender insurer drug vaccine chemical virus gene protein tool software model chatbot system test exam ' +
    'rapper singer artist dj magazine outlet daily tabloid force army rebels militants fighters known called named rocket missile drone satellite telescope probe spacecraft virus acronym abbreviated abbreviation'
  ).split(' '),
)

const ACRONYM = /^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,6})$/u

/** Reads a line's acronyms. `isShouted`: the whole line is in capitals, where none can be told. */
export function readAcronyms(words: readonly Word[], signs: string): AcronymFacts {
  const capitals = words.filter((word) => word.isCapital && /^\p{Lu}{2,}$/u.test(word.text)).length
  if (capitals > 2 && capitals * 2 > words.length) return { acronyms: [], initials: [] }
  const acronyms = words.flatMap((word, index): readonly Acronym[] => {
    if (!word.isCapital) return []
    const core = word.text.replace(/['’][sS]$/u, '').split(/[-\u2010\u2011]/)[0] ?? ''
    const single = core.replace(/(?<=\p{Lu}{2})s$/u, '')
    if (!ACRONYM.test(single)) return []
    const text = single.replaceAll('.', '')
    if (
      KNOWN_ACRONYMS.has(text) ||
      /^[IVXLC]+$/.test(text) ||
      isOfName(words, index, text) ||
      isNoWord(signs, word)
    )
      return []
    return [
      {
        from: word.from,
        to: word.from + single.length,
        text,
        isDescribed: isDescribed(words, index, signs, text),
      },
    ]
  })
  return { acronyms, initials: [...new Set(initialsOf(words))] }
}

/** Initials before a surname ("JD Vance"), a state behind a town, another word in capitals ("NEW DELHI"), a code ("A320"). */
function isOfName(words: readonly Word[], index: number, text: string): boolean {
  const before = words[index - 1]
  const word = words[index]
  const next = words[index + 1]
  const isShort = text.length === 2
  if (isShort && next?.gap === ' ' && next.isCapital && !/^\p{Lu}{2}/u.test(next.text)) return true
  if (isShort && before?.isCapital && /^,? $/.test(word?.gap ?? '')) return true
  if (isNamePart(words, index)) return true
  const isBesideCapitals = (other: Word | undefined, gap: string | undefined): boolean =>
    other !== undefined && /^,? $/.test(gap ?? '') && /^\p{Lu}{2,}$/u.test(other.text)
  return isBesideCapitals(before, word?.gap) || isBesideCapitals(next, next?.gap)
}

/** "Cadillac XLR", "SAP Open": a product or a firm that is called so. */
function isNamePart(words: readonly Word[], index: number): boolean {
  const word = words[index]
  const before = words[index - 1]
  const next = words[index + 1]
  const isProper = (other: Word): boolean => {
    const key = folded(other.text)
    return (
      /^\p{Lu}\p{M}?\p{Ll}/u.test(other.text) &&
      !TITLES.has(key) &&
      !OFFICE_WORDS.has(key) &&
      !CALENDAR.has(key)
    )
  }
  if (next?.gap === ' ' && isProper(next)) return true
  if (!before || word?.gap !== ' ' || before.startsSentence || /['’]s$/u.test(before.text)) return false
  return isProper(before) && !DEMONYMS.has(folded(before.text))
}

/** Beside a figure, a slash or a colon it is a code, a unit or a ticker; in a dateline's brackets a source. */
function isNoWord(signs: string, word: Word): boolean {
  const before = signs.slice(Math.max(0, word.from - 2), word.from)
  const after = signs.slice(word.to, word.to + 4)
  return (
    /[\d/:#@.$£€]\s?$/.test(before) ||
    /^[/:&@]/.test(after) ||
    /^\)\s[—–-]/.test(after) ||
    /^\s\d/.test(after)
  )
}

function isDescribed(words: readonly Word[], index: number, signs: string, text: string): boolean {
  const word = words[index]
  if (!word) return false
  const around = words.slice(Math.max(0, index - 3), index).concat(words.slice(index + 1, index + 2))
  if (around.some((near) => KINDS.has(near.text.toLowerCase()))) return true
  const next = words[index + 1]
  if (
    next &&
    /^, $/.test(next.gap) &&
    /^(?:the|a|an|which|who|whose|short|Britain|America|its)$/.test(next.text)
  )
    return true
  if (next && /^ [([]$/.test(next.gap) && /\p{Ll}/u.test(next.text)) return true
  // "(ABC)" behind words that begin with its letters, some at least.
  if (!/[([]$/.test(signs.slice(0, word.from)) && !/, or $|, $/.test(signs.slice(0, word.from))) return false
  const back = words.slice(Math.max(0, index - text.length - 5), index)
  const letters = new Set(
    back.flatMap((near) => near.text.split(/[-\u2010\u2011]/)).map((part) => part.charAt(0).toUpperCase()),
  )
  return (
    letters.has(text.charAt(0)) &&
    text.split('').filter((letter) => letters.has(letter)).length * 2 > text.length
  )
}

/** The first letters of every row of words in capitals, over "of" and "the", with and without those; rows within rows too. */
function initialsOf(words: readonly Word[]): readonly string[] {
  const found: string[] = []
  for (let start = 0; start < words.length; start += 1) {
    const word = words[start]
    if (!word?.isCapital) continue
    let short = ''
    let long = ''
    for (let index = start; index < Math.min(words.length, start + 9); index += 1) {
      const next = words[index]
      if (!next || (index > start && !/^(?:['’]? | & |\. )$/.test(next.gap))) break
      const first = next.text.charAt(0).toUpperCase()
      if (next.isCapital) {
        const letters = next.text
          .split(/[-\u2010\u2011]/)
          .map((part) => part.charAt(0).toUpperCase())
          .join('')
        short += letters
        long += letters
        if (short.length > 1) found.push(short, long)
      } else if (SMALL.has(next.text)) long += first
      else break
      if (/['’]s$/u.test(next.text) && index > start + 6) break
    }
  }
  return found
}
