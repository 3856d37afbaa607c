import type { Word } from '../words.ts'

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const SMALL: ReadonlyMap<string, number> = new Map(
  ONES.map((word, value): readonly [string, number] => [word, value]).concat(
    TENS.flatMap((ten, index) =>
      ONES.slice(0, 10).map((one, value): readonly [string, number] => [
        value === 0 ? ten : `${ten}-${one}`,
        index * 10 + 20 + value,
      ]),
    ),
  ),
)

const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
])

/** A number that words give, up to but without the word at `end`. `places`: digits behind its point, counted in `scale`. */
export type FoundNumber = {
  readonly value: number
  readonly end: number
  readonly step: number
}

/** The number that begins at a word: "1,200", "twelve", "a dozen", "1.2bn", "3 million"; null where none does. */
export function readNumber(words: readonly Word[], index: number): FoundNumber | null {
  const text = words[index]?.text.toLowerCase() ?? ''
  const small = SMALL.get(text)
  const digits = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?(k|m|mn|bn|b|tn)?$/.exec(text)
  if (!digits && small === undefined && text !== 'a') return null
  const next = words[index + 1]
  const scaleWord = next?.gap === ' ' || next?.gap === '-' ? SCALES.get(next.text.toLowerCase()) : undefined
  const isScaled = scaleWord !== undefined && (next?.text.length ?? 0) > 2
  if (digits) {
    const inside = digits[3] === undefined ? 1 : (SCALES.get(digits[3]) ?? 1)
    const scale = isScaled && inside === 1 ? scaleWord : inside
    const plain = Number(`${(digits[1] ?? '').replaceAll(',', '')}${digits[2] ?? ''}`)
    const step = scale / 10 ** Math.max(0, (digits[2]?.length ?? 0) - 1)
    return { value: plain * scale, end: index + (isScaled && inside === 1 ? 2 : 1), step }
  }
  if (text === 'a' && next?.text === 'dozen' && next.gap === ' ')
    return { value: 12, end: index + 2, step: 1 }
  if (small === undefined) return null
  return isScaled
    ? { value: small * scaleWord, end: index + 2, step: scaleWord }
    : { value: small, end: index + 1, step: 1 }
}
