import { isNarrow, narrowPattern } from '../narrow-pattern.ts'

/** One word of a line, without the marks around it; `text` keeps its apostrophes, hyphens and the points of "U.S.". */
export type Word = {
  readonly text: string
  readonly from: number
  readonly to: number
  /** Begins with a capital, or is in capitals. */
  readonly isCapital: boolean
  /** Nothing but a capital tells a name from an ordinary word here. */
  readonly startsSentence: boolean
  /** What stands between the word before (or the line's beginning) and this one. */
  readonly gap: string
}

// Points: "U.S.", "J.K.", "a.m."; digits: "1,000", "3.5"; words with apostrophes and hyphens inside. Each turn of a loop
// eats at least one sign that no other branch could, so the time is linear.
const WORD =
  /(?:[\p{L}]\.){2,}|[\p{N}]+(?:[.,][\p{N}]+)*[\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{M}\p{N}]+)*|[\p{L}][\p{L}\p{M}\p{N}]*(?:['’\u2010\u2011-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
const NARROW_WORD = new RegExp(narrowPattern(WORD.source, WORD.flags), WORD.flags)

const CAPITAL = /^\p{Lu}/u

/** Words with a point that ends no sentence; in small letters, without the point. */
const SHORT: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof rev gen lt col sgt cpl maj capt cmdr adm rep reps sen sens gov st sr jr hon ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec vs no nos ft mt inc ltd co corp dept ' +
    'calif mass conn ill mich minn pa va tenn okla ore wash wis ariz colo fla ga ind kan ky la md mo mont neb nev tex'
  ).split(' '),
)

/** The line that was read last. Each is read for its slips, and then once more for its facts. */
let last: { readonly signs: string; readonly words: readonly Word[] } = { signs: '', words: [] }

/** The words of a line, in order. */
export function wordsOf(signs: string): readonly Word[] {
  if (last.signs !== signs) last = { signs, words: readWords(signs) }
  return last.words
}

function readWords(signs: string): readonly Word[] {
  const words: Word[] = []
  let end = 0
  let before = ''
  for (const match of signs.matchAll(isNarrow(signs) ? NARROW_WORD : WORD)) {
    const text = match[0]
    const from = match.index
    const gap = signs.slice(end, from)
    words.push({
      text,
      from,
      to: from + text.length,
      isCapital: CAPITAL.test(text),
      startsSentence: startsSentence(before, gap),
      gap,
    })
    end = from + text.length
    before = text
  }
  return words
}

function startsSentence(before: string, gap: string): boolean {
  if (before === '') return true
  if (/[!?:\n“"•]/.test(gap) || /(?:^|[^\p{L}])[‘'(]/u.test(gap)) return true
  if (gap.includes('…')) return true
  if (!gap.includes('.')) return false
  // A single letter with a point is an initial: "John F. Kennedy".
  return !SHORT.has(before.toLowerCase()) && !/^\p{Lu}$/u.test(before)
}

const ACCENT = /\p{M}+/gu
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

/** A word in small letters without accents: what two spellings of one name have in common. */
export function folded(text: string): string {
  const small = text.toLowerCase()
  if (/^[a-z]*$/.test(small)) return small
  return small
    .normalize('NFD')
    .replace(ACCENT, '')
    .replace(/[øłđßæœı]/g, (sign) => LETTERS[sign] ?? sign)
    .replaceAll('’', "'")
    .replace(/[\u2010\u2011]/g, '-')
}

/** "Macron’s" and "Williams’" without their possessive ending; all else as it is. */
export function bare(text: string): string {
  return /[sS]$/.test(text) ? text.replace(/['’][sS]$/, '') : text
}
