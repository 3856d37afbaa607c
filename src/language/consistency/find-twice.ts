import type { LineCheck } from '../line-check.ts'
import { wordsOf } from './words.ts'

/** Words that people do say or write twice: "had had", "gave her her book", "very very". */
const MAY_STAND_TWICE: ReadonlySet<string> = new Set(
  'had that her very really so no yes ha hear bye tut knock far long many much more again well now'.split(
    ' ',
  ),
)

/** Little words of which a pair that comes again ("in the in the") is a slip as well. */
const LITTLE: ReadonlySet<string> = new Set(
  'a an the of in on at to for from by with as and or but is was were are be been it its he she they his their this that'.split(
    ' ',
  ),
)

/** The same word twice in a row, or the same two little words; names such as "Duran Duran" and figures may. */
export const findTwice: LineCheck = ({ signs }) => {
  const words = wordsOf(signs)
  return words.flatMap((word, index) => {
    const next = words[index + 1]
    if (!next || !isBlank(next.gap)) return []
    const small = word.text.toLowerCase()
    if (small === next.text.toLowerCase()) {
      const isName = next.isCapital && !LITTLE.has(small)
      if (isName || MAY_STAND_TWICE.has(small) || (!/^\p{L}{2,}/u.test(small) && small !== 'a')) return []
      return [twice(signs, word.from, next.to, word.text)]
    }
    const third = words[index + 2]
    const fourth = words[index + 3]
    if (!third || !fourth || !isBlank(third.gap) || !isBlank(fourth.gap)) return []
    const isPair = LITTLE.has(small) && LITTLE.has(next.text.toLowerCase())
    const isAgain = small === third.text && next.text === fourth.text
    return isPair && isAgain ? [twice(signs, word.from, fourth.to, signs.slice(word.from, next.to))] : []
  })
}

const isBlank = (gap: string): boolean => gap !== '' && gap.trim() === ''

function twice(signs: string, from: number, to: number, once: string) {
  return {
    kind: 'consistency' as const,
    check: 'word-twice',
    rule: 'word-twice',
    from,
    to,
    words: signs.slice(from, to),
    message: `“${once}” stands here twice in a row.`,
    weight: 'fault' as const,
    fixes: [once],
  }
}
