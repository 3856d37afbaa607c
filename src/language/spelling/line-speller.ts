import type { Dialect } from '../../domain/checks/check-settings.ts'
import type { CheckedLine } from '../../domain/checks/checked-story.ts'
import type { LineFlag } from '../../domain/checks/flag.ts'
import { NO_DICTIONARY, type Dictionary } from './dictionary.ts'
import { findConfusables } from './find-confusables.ts'
import type { Harper } from './harper.ts'
import { judgeGrammar } from './judge-grammar.ts'
import { judgeWord, type Judges } from './judge-word.ts'
import { Questions } from './questions.ts'
import type { KnownWords, Speller } from './speller.ts'
import { wordsOfLine, type SpelledWord } from './words-of-line.ts'

/** Names stand here, and nothing else. */
const NAMES = new Set(['author', 'place', 'credit', 'field'])
/** Lines and words that are remembered; all are forgotten when there are more. */
const MOST = 20_000

/** A line as it is looked at for spelling. */
type Spelled = {
  readonly signs: string
  readonly words: readonly SpelledWord[]
  /** Have nearly all words a capital, so that none says anything? */
  readonly isTitle: boolean
}

/** Checks lines with a dictionary and, while it holds out, with harper. */
export class LineSpeller implements Speller {
  readonly #dialect: Dialect
  #dictionary: Dictionary
  #questions: Questions
  #harper: Harper | null
  /** What harper said of a word: fixes, or null where it knows the word. */
  readonly #asked = new Map<string, readonly string[] | null>()
  readonly #grammar = new Map<string, readonly LineFlag[]>()
  /** Checks that have no answer yet. What was found out for them must not be forgotten. */
  #underWay = 0

  constructor(dialect: Dialect, dictionary: Dictionary, harper: Harper | null) {
    this.#dialect = dialect
    this.#dictionary = dictionary
    this.#questions = new Questions(dictionary)
    this.#harper = harper
  }

  state(): ReturnType<Speller['state']> {
    if (this.#harper) return 'harper'
    return this.#dictionary === NO_DICTIONARY ? 'failed' : 'dictionary'
  }

  async check(lines: readonly CheckedLine[], known: KnownWords): Promise<readonly (readonly LineFlag[])[]> {
    if (this.#underWay === 0) this.#forget()
    this.#underWay += 1
    try {
      return await this.#check(lines, known)
    } finally {
      this.#underWay -= 1
    }
  }

  async #check(lines: readonly CheckedLine[], known: KnownWords): Promise<readonly (readonly LineFlag[])[]> {
    const spelled = lines.map(({ part, signs }) => (NAMES.has(part) ? null : read(signs)))
    // Harper reads the lines while their words are looked up here.
    await Promise.all([
      this.#askGrammar(
        lines.filter(({ part }, index) => part !== 'headline' && spelled[index]).map(({ signs }) => signs),
      ),
      this.#ask(spelled, known),
    ])
    const found: (readonly LineFlag[])[] = []
    for (const [index, line] of lines.entries()) {
      const words = spelled[index]
      if (!words) {
        found.push([])
        continue
      }
      const spelling = this.#spelling(words, known)
      const grammar = line.part === 'headline' ? [] : (this.#grammar.get(line.signs) ?? [])
      const apart = grammar.filter(
        ({ from, to, words }) =>
          !known.isKnown(words) && !spelling.some((flag) => overlap(flag, { from, to })),
      )
      found.push([...spelling, ...apart].sort((a, b) => a.from - b.from || a.to - b.to))
    }
    return found
  }

  close(): void {
    this.#harper?.close()
    this.#harper = null
    this.#dictionary = NO_DICTIONARY
    this.#questions = new Questions(NO_DICTIONARY)
    this.#asked.clear()
    this.#grammar.clear()
  }

  #forget(): void {
    if (this.#asked.size > MOST) this.#asked.clear()
    if (this.#grammar.size > MOST) this.#grammar.clear()
  }

  /** Asks harper once for all words that the judges need to know of. */
  async #ask(lines: readonly (Spelled | null)[], known: KnownWords): Promise<void> {
    if (this.state() === 'failed') return
    const questions = new Set<string>()
    for (const line of lines) {
      for (const word of line?.words ?? []) {
        const question = this.#questions.of(word, word.isFirst || line?.isTitle === true)
        if (question !== null && !this.#asked.has(question) && !known.isKnown(word.word))
          questions.add(question)
      }
    }
    if (questions.size === 0) return
    const answers = await this.#trying((harper) => harper.spell([...questions]))
    for (const word of questions) {
      this.#asked.set(word, answers ? (answers.get(word) ?? null) : this.#dictionary.near(word))
    }
  }

  #spelling({ signs, words, isTitle }: Spelled, known: KnownWords): readonly LineFlag[] {
    if (this.state() === 'failed') return []
    const judges: Judges = {
      dialect: this.#dialect,
      dictionary: this.#dictionary,
      fixesOf: (word) => this.#asked.get(word) ?? undefined,
    }
    return words.flatMap((one): readonly LineFlag[] => {
      const isFree = one.isFirst || isTitle
      if (this.#questions.of(one, isFree) === null || known.isKnown(one.word)) return []
      const misspelling = judgeWord(one, isFree, judges)
      if (!misspelling) return []
      const { from, to, word } = one
      return [
        {
          kind: 'spelling',
          check: 'spelling',
          rule: word.toLowerCase(),
          from,
          to,
          words: signs.slice(from, to),
          ...misspelling,
        },
      ]
    })
  }

  /** Finds out, and remembers, what is wrong in these lines but for the spelling. */
  async #askGrammar(lines: readonly string[]): Promise<void> {
    const fresh = [...new Set(lines)].filter((signs) => !this.#grammar.has(signs))
    const findings = await this.#trying((harper) => harper.grammar(fresh))
    for (const [index, signs] of fresh.entries()) {
      const found = judgeGrammar(signs, findings?.[index] ?? [])
      const sure = findConfusables(signs).filter((one) => !found.some((other) => overlap(one, other)))
      this.#grammar.set(signs, [...found, ...sure])
    }
  }

  /** Harper is let go of for good when it breaks down: what it is made of is no more to be trusted then. */
  async #trying<Answer>(ask: (harper: Harper) => Promise<Answer>): Promise<Answer | null> {
    if (!this.#harper) return null
    try {
      return await ask(this.#harper)
    } catch {
      this.#harper = null
      return null
    }
  }
}

type Stretch = { readonly from: number; readonly to: number }

const overlap = (one: Stretch, other: Stretch): boolean => one.from < other.to && other.from < one.to

function read(signs: string): Spelled {
  const words = wordsOfLine(signs)
  const long = words.filter(({ word }) => word.length > 3)
  const capitals = long.filter(({ word }) => /^\p{Lu}/u.test(word))
  return { signs, words, isTitle: long.length >= 4 && capitals.length > 0.7 * long.length }
}
