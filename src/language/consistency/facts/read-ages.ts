import { folded, type Word } from '../words.ts'
import type { NameMention } from './name-mention.ts'
import type { Stretch } from './place.ts'

/** An age with whose it is. */
export type Age = Stretch & {
  readonly age: number
  /** Surname, folded; or 'man', 'woman' … where nobody is named. */
  readonly whose: string
  /** First name, folded; '' without one. */
  readonly given: string
  readonly name: string
  readonly isNamed: boolean
}

const UNNAMED: ReadonlySet<string> = new Set(
  'man woman boy girl teenager teen baby toddler pensioner driver cyclist'.split(' '),
)

/** Ages of a line: "John Smith, 43,", "43-year-old John Smith", "a 43-year-old man". Ages of plain words of one sort each. */
export function readAges(words: readonly Word[], names: readonly NameMention[]): readonly Age[] {
  const starts = new Map(names.map((name) => [name.from, name] as const))
  const indexes = new Map(words.map((word, index) => [word.from, index] as const))
  const behind = names.flatMap((name): readonly Age[] => {
    if (name.age === null || name.isThing) return []
    const last = indexes.get(name.lastFrom) ?? words.length
    const figure = words.slice(last + 1, last + 5).find(({ text }) => /^\d/.test(text))
    return figure ? [named(name, name.age, figure)] : []
  })
  const before = words.flatMap((word, index): readonly Age[] => {
    const match = word.text.endsWith('-year-old') ? /^(\d{1,3})-year-old$/.exec(word.text) : null
    const next = words[index + 1]
    if (match) {
      const age = Number(match[1])
      const name = words
        .slice(index + 1, index + 5)
        .map(({ from }) => starts.get(from))
        .find((other) => other?.isPerson)
      const title = words.slice(index + 1, index + 4).find((near) => UNNAMED.has(near.text.toLowerCase()))
      if (title && (!name || title.from < name.from)) {
        const small = title.text.toLowerCase()
        return [
          {
            from: word.from,
            to: word.from + (match[1]?.length ?? 0),
            age,
            whose: small,
            given: '',
            name: small,
            isNamed: false,
          },
        ]
      }
      return name ? [named(name, age, { from: word.from, to: word.from + (match[1]?.length ?? 0) })] : []
    }
    const small = word.text.toLowerCase()
    const aged = words[index + 2]
    if (
      UNNAMED.has(small) &&
      next?.text === 'aged' &&
      next.gap === ' ' &&
      aged &&
      /^\d{1,2}$/.test(aged.text)
    ) {
      const { from, to } = aged
      return [{ from, to, age: Number(aged.text), whose: small, given: '', name: small, isNamed: false }]
    }
    if (!UNNAMED.has(small) || next?.gap !== ', ' || !/^\d{1,2}$/.test(next.text)) return []
    const isShut = !words[index + 2] || /^[,.;]/.test(words[index + 2]?.gap ?? '')
    return isShut
      ? [
          {
            from: next.from,
            to: next.to,
            age: Number(next.text),
            whose: small,
            given: '',
            name: small,
            isNamed: false,
          },
        ]
      : []
  })
  return [...behind, ...before]
}

function named(name: NameMention, age: number, at: Stretch): Age {
  return {
    from: at.from,
    to: at.to,
    age,
    whose: name.keys.at(-1) ?? '',
    given: name.keys.length > 1 ? folded(name.parts[0] ?? '') : '',
    name: name.parts.join(' '),
    isNamed: true,
  }
}
