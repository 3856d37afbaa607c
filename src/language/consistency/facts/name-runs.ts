import { CALENDAR, FUNCTION_WORDS } from '../lists/ordinary-capitals.ts'
import { GIVEN_NAMES } from '../lists/given-names.ts'
import { bare, folded, type Word } from '../words.ts'

/** Words in capitals that stand together: a name with whatever title stands before it. Indexes into the line's words. */
export type NameRun = { readonly first: number; readonly last: number }

/** Small words inside of a name: "Ursula von der Leyen". */
const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das del della di du van von der den ter ten zu bin ibn ben abu al el la le los y e i af av'.split(
    ' ',
  ),
)

/** A point that belongs to the word before it: "Gen. Smith", "George W. Bush". */
const POINTED =
  /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Rev|Gen|Lt|Col|Sgt|Maj|Capt|Cmdr|Adm|Rep|Sen|Gov|St|Jr|Sr|Hon)$/u

/** An adjective made of a name: "James-inspired". */
const MADE_OF_NAME =
  /-(?:inspired|led|based|born|backed|style|owned|run|held|controlled|era|made|listed|trained|occupied|friendly|wide|bound|educated|chaired|funded|registered)$/

/** A word that can be part of a name: in capitals, or with an Arabic article before its capital ("al-Assad"). */
const isNameWord = (word: Word): boolean =>
  (word.isCapital && !MADE_OF_NAME.test(word.text)) || /^(?:al|el|ul|as|ash|ad|an)-\p{Lu}/u.test(word.text)

/** Every run of name words of a line, in order. Months, weekdays and little words that begin a sentence are no part of one. */
export function nameRuns(words: readonly Word[]): readonly NameRun[] {
  const runs: NameRun[] = []
  let index = 0
  while (index < words.length) {
    const word = words[index]
    if (!word || !isNameWord(word) || isNoName(words, index)) {
      index += 1
      continue
    }
    const last = endOfRun(words, index)
    runs.push({ first: index, last })
    index = last + 1
  }
  return runs
}

function isNoName(words: readonly Word[], index: number): boolean {
  const word = words[index]
  if (!word) return true
  const small = word.text.toLowerCase()
  if (word.startsSentence && FUNCTION_WORDS.has(small)) return true
  if (small === 'the' || small === 'i' || /^i['’]/.test(small)) return true
  return isCalendar(words, index)
}

/** A month or a weekday, unless a given name stands before it ("Theresa May"). */
function isCalendar(words: readonly Word[], index: number): boolean {
  const word = words[index]
  if (!word || !CALENDAR.has(folded(bare(word.text)))) return false
  const before = words[index - 1]
  return !(before && word.gap === ' ' && before.isCapital && GIVEN_NAMES.has(folded(before.text)))
}

function endOfRun(words: readonly Word[], first: number): number {
  let last = first
  for (;;) {
    const word = words[last]
    if (!word || endsInPossessive(word)) return last
    const next = nextPart(words, last)
    if (next === null) return last
    last = next
  }
}

/** The index of the next word of the name, over particles; null where the name ends. */
function nextPart(words: readonly Word[], last: number): number | null {
  let index = last + 1
  while (index - last <= 4) {
    const word = words[index]
    const before = words[index - 1]
    if (!word || !before || !joins(before, word)) return null
    if (isNameWord(word)) return word.startsSentence || isCalendar(words, index) ? null : index
    if (!PARTICLES.has(word.text)) return null
    index += 1
  }
  return null
}

const joins = (before: Word, word: Word): boolean =>
  word.gap === ' ' || word.gap === '\u00A0' || (word.gap === '. ' && POINTED.test(before.text))

/** "Macron’s", and "Williams’" before a blank. */
function endsInPossessive(word: Word): boolean {
  return /['’][sS]$/u.test(word.text)
}
