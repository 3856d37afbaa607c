import { anyOf, LINE_ENDS, not, one, range } from './char-sets.ts'
import { withFlags } from './pattern-flags.ts'
import type { CharSet, PatternNode, ReadPattern } from './pattern-node.ts'
import { PatternSource } from './pattern-source.ts'
import { readClass, readQuotation } from './read-class.ts'
import { readEscape } from './read-escape.ts'

const DEEPEST = 100
const LONGEST = 50_000
const EMPTY: PatternNode = { kind: 'sequence', nodes: [] }

/** Line ends as JavaScript writes them inside of a class. */
const ENDS = String.raw`\n\r\u0085\u2028\u2029`
const TEXT_START = String.raw`(?<![\s\S])`
const TEXT_END = String.raw`(?![\s\S])`
const LAST_LINE_END = String.raw`(?=(?:\r\n|[${ENDS}])?(?![\s\S]))`

/** Reads a regular expression in Java's syntax. Never throws: what Java would refuse, or what has no like in JavaScript, is a reason. */
export function readPattern(text: string): ReadPattern {
  if (text.length > LONGEST) {
    return { ok: false, reason: `It is longer than ${LONGEST.toLocaleString('en-GB')} characters.` }
  }
  const source = new PatternSource(text)
  const node = readChoice(source, 0)
  if (!source.isAtEnd) source.refuse('A ) in it closes nothing.')
  return source.reason === null
    ? { ok: true, node, groups: source.groups, names: source.names }
    : { ok: false, reason: source.reason }
}

function readChoice(source: PatternSource, depth: number): PatternNode {
  if (depth > DEEPEST) {
    source.refuse('It has groups nested too deeply.')
    return EMPTY
  }
  const branches = [readSequence(source, depth)]
  while (source.take('|')) branches.push(readSequence(source, depth))
  const [only] = branches
  return branches.length === 1 && only ? only : { kind: 'choice', branches }
}

function readSequence(source: PatternSource, depth: number): PatternNode {
  const nodes: PatternNode[] = []
  for (;;) {
    source.skipComments()
    const sign = source.peek()
    if (sign === '' || sign === '|' || sign === ')') break
    const text = readText(source)
    if (text) {
      nodes.push(text)
      continue
    }
    const read = readAtom(source, depth)
    // A quotation is many characters, the last of which a quantifier is for.
    if (read.length > 1) nodes.push(...read.slice(0, -1))
    const last = read.at(-1)
    if (last) nodes.push(readQuantifier(source, last))
  }
  const [only] = nodes
  return nodes.length === 1 && only ? only : { kind: 'sequence', nodes }
}

/** Text that stands here as it is and has no quantifier; null where there is none. */
function readText(source: PatternSource): PatternNode | null {
  const { anyCase, comments } = source.flags
  const text = comments ? undefined : source.match(/[A-Za-z0-9 ]+(?![*+?{])/y)?.[0]
  return text === undefined ? null : { kind: 'text', text, anyCase }
}

/** What stands here, before its quantifier; nothing where only flags were set. */
function readAtom(source: PatternSource, depth: number): readonly PatternNode[] {
  const { anyCase, dotAll, multiline, unixLines } = source.flags
  const sign = source.next()
  switch (sign) {
    case '(':
      return readGroup(source, depth)
    case '[':
      return [{ kind: 'set', set: readClass(source), anyCase }]
    case '.':
      return [
        {
          kind: 'set',
          set: dotAll ? range(0, 0x10ffff) : not(unixLines ? one(0x0a) : LINE_ENDS),
          anyCase: false,
        },
      ]
    case '^':
      return [
        { kind: 'assert', source: multiline ? `(?<![^${unixLines ? String.raw`\n` : ENDS}])` : TEXT_START },
      ]
    case '$':
      return [
        {
          kind: 'assert',
          source: multiline ? `(?![^${unixLines ? String.raw`\n` : ENDS}])` : LAST_LINE_END,
        },
      ]
    case '\\':
      return readBackslash(source)
    case '*':
    case '+':
    case '?':
    case '{':
      source.refuse(`A ${sign} in it has nothing before it to repeat.`)
      return []
    default:
      return [{ kind: 'char', code: sign.codePointAt(0) ?? 0, anyCase }]
  }
}

function readBackslash(source: PatternSource): readonly PatternNode[] {
  const { anyCase } = source.flags
  // Before all else: nearly each rule has two.
  if (source.take('b')) {
    if (!source.take('{g}')) return [{ kind: 'boundary', negative: false }]
    source.refuse(unknown('b'))
    return []
  }
  const escaped = readEscape(source)
  if (escaped) return [{ ...escaped, anyCase }]
  if (source.reason !== null) return []
  const number = source.match(/[1-9][0-9]*/y)?.[0]
  if (number !== undefined) return [readNumber(source, number)]
  const sign = source.next()
  switch (sign) {
    case 'Q':
      return readQuotation(source).map((code) => ({ kind: 'char', code, anyCase }))
    case 'E':
      return []
    case 'A':
      return [{ kind: 'assert', source: TEXT_START }]
    case 'z':
      return [{ kind: 'assert', source: TEXT_END }]
    case 'Z':
      return [{ kind: 'assert', source: LAST_LINE_END }]
    case 'R':
      return [lineBreak()]
    case 'B':
      return [{ kind: 'boundary', negative: true }]
    case 'k':
      return readNamed(source)
  }
  source.refuse(
    sign === 'G'
      ? 'It uses \\G (where the last hit ended), which has no like here.'
      : sign === ''
        ? 'It ends with a backslash.'
        : unknown(sign),
  )
  return []
}

const unknown = (sign: string): string => `It uses \\${sign}, which Stet doesn’t know.`

/** Java takes as many digits as there are groups for; the rest are characters. */
function readNumber(source: PatternSource, digits: string): PatternNode {
  let length = digits.length
  while (length > 1 && Number(digits.slice(0, length)) > source.groups) length -= 1
  source.at -= digits.length - length
  return { kind: 'back', number: Number(digits.slice(0, length)), anyCase: source.flags.anyCase }
}

function readNamed(source: PatternSource): readonly PatternNode[] {
  const name = source.match(/<([A-Za-z][A-Za-z0-9]*)>/y)?.[1] ?? ''
  const number = source.names.get(name)
  if (number !== undefined) return [{ kind: 'back', number, anyCase: source.flags.anyCase }]
  source.refuse(`It refers to a group named “${name}”, which it doesn’t have.`)
  return []
}

function lineBreak(): PatternNode {
  const set = (...sets: readonly CharSet[]): PatternNode => ({
    kind: 'set',
    set: anyOf(...sets),
    anyCase: false,
  })
  return {
    kind: 'choice',
    branches: [
      { kind: 'sequence', nodes: [set(one(0x0d)), set(one(0x0a))] },
      set(range(0x0a, 0x0d), one(0x85), range(0x2028, 0x2029)),
    ],
  }
}

function readGroup(source: PatternSource, depth: number): readonly PatternNode[] {
  const { flags } = source
  const wrap = openGroup(source)
  if (!wrap) return []
  const node = wrap(readChoice(source, depth + 1))
  if (!source.take(')')) source.refuse('A ( in it is never closed.')
  source.flags = flags
  return [node]
}

/** Reads what stands behind a bracket. Null: flags for what follows, or a refusal. */
function openGroup(source: PatternSource): ((node: PatternNode) => PatternNode) | null {
  if (!source.take('?')) return captured(source, null)
  if (source.take(':')) return (node) => node
  const look = source.match(/(<)?([=!])/y)
  if (look) {
    const [, behind, kind] = look
    return (node) => ({ kind: 'look', ahead: behind === undefined, negative: kind === '!', node })
  }
  if (source.take('>')) return (node) => ({ kind: 'atomic', node })
  const name = source.match(/<([A-Za-z][A-Za-z0-9]*)>/y)?.[1]
  if (name !== undefined) return captured(source, name)
  const [, letters = '', end] = source.match(/([A-Za-z-]*)([:)])/y) ?? []
  const flags = withFlags(source.flags, letters)
  if (end === undefined || !flags) {
    source.refuse('It has a kind of group that Stet doesn’t know.')
    return null
  }
  source.flags = flags
  return end === ':' ? (node) => node : null
}

function captured(source: PatternSource, name: string | null): (node: PatternNode) => PatternNode {
  source.groups += 1
  const number = source.groups
  if (name !== null) {
    if (source.names.has(name)) source.refuse(`It has two groups named “${name}”.`)
    source.names.set(name, number)
  }
  return (node) => ({ kind: 'group', number, node })
}

function readQuantifier(source: PatternSource, node: PatternNode): PatternNode {
  source.skipComments()
  const next = source.peek()
  if (next === '' || !'*+?{'.includes(next)) return node
  const found = source.match(/([*+?])|\{(\d{1,9})(?:(,)(\d{1,9})?)?\}/y)
  if (!found) return node
  const [, sign, least, comma, most] = found
  const min = sign === undefined ? Number(least) : sign === '+' ? 1 : 0
  const max =
    sign === undefined
      ? comma === undefined
        ? min
        : most === undefined
          ? Infinity
          : Number(most)
      : sign === '?'
        ? 1
        : Infinity
  if (max < min) source.refuse('A repetition in it allows fewer than it asks for.')
  const mode = source.take('+') ? 'possessive' : source.take('?') ? 'lazy' : 'greedy'
  return { kind: 'repeat', node, min, max, mode }
}
