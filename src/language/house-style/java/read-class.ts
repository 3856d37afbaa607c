import { one, range } from './char-sets.ts'
import type { CharSet } from './pattern-node.ts'
import type { PatternSource } from './pattern-source.ts'
import { readEscape } from './read-escape.ts'

const DEEPEST = 50

/** Reads a class from behind its opening bracket to behind its closing one. */
export function readClass(source: PatternSource, depth = 0): CharSet {
  const negative = source.take('^')
  if (depth > DEEPEST) source.refuse('It has classes of characters nested too deeply.')
  const operands: CharSet[] = []
  let sets: CharSet[] = []
  const endOperand = (): void => {
    // Java reads "[a&&]" as "[a]".
    if (sets.length > 0) operands.push({ kind: 'any-of', sets, negative: false })
    sets = []
  }
  let isFirst = true
  for (;;) {
    source.skipComments()
    if (source.isAtEnd) {
      source.refuse('A [ in it is never closed.')
      break
    }
    if (!isFirst && source.take(']')) break
    if (source.take('&&')) endOperand()
    else if (source.take('[')) sets.push(readClass(source, depth + 1))
    else sets.push(...readMember(source))
    isFirst = false
  }
  endOperand()
  const [only] = operands
  return operands.length === 1 && only && 'sets' in only
    ? { ...only, negative }
    : { kind: 'all-of', sets: operands, negative }
}

/** One character, a range, an escape or a quotation. */
function readMember(source: PatternSource): readonly CharSet[] {
  if (source.take(String.raw`\Q`)) return readQuotation(source).map(one)
  const first = readSign(source)
  if (typeof first !== 'number') return first ? [first] : []
  const behind = source.text[source.at + 1]
  if (source.peek() !== '-' || behind === undefined || behind === ']' || behind === '[') return [one(first)]
  source.next()
  const last = readSign(source)
  if (typeof last === 'number' && last >= first) return [range(first, last)]
  source.refuse('A range of characters in it ends before it begins.')
  return []
}

function readSign(source: PatternSource): number | CharSet | null {
  const sign = source.next()
  if (sign !== '\\') return codeOf(sign)
  const escaped = readEscape(source)
  if (escaped) return escaped.kind === 'char' ? escaped.code : escaped.set
  source.refuse(`Inside of [ ] Stet doesn’t know \\${source.peek()}.`)
  return null
}

/** Reads on to \E, from behind \Q, and gives the characters between, as they are. */
export function readQuotation(source: PatternSource): readonly number[] {
  const end = source.text.indexOf(String.raw`\E`, source.at)
  const words = source.text.slice(source.at, end < 0 ? undefined : end)
  source.at = end < 0 ? source.text.length : end + 2
  return Array.from(words, codeOf)
}

function codeOf(sign: string): number {
  return sign.codePointAt(0) ?? 0
}
