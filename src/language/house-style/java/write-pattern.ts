import type { PatternNode } from './pattern-node.ts'
import { casesOf, charText, isCased, isOpen, isWordSet, isWordSign, writeSet } from './write-set.ts'

/**
 * What Java (before its release 19, as newsrooms' rules expect) holds for part of a word at \b. JavaScript's own \b takes
 * "é" for a gap.
 */
const WORD = String.raw`[\p{L}\p{Mn}\p{Nd}_]`
const BEFORE = `(?<=${WORD})`
const NOT_BEFORE = `(?<!${WORD})`
const AFTER = `(?=${WORD})`
const NOT_AFTER = `(?!${WORD})`

/** What stands for a note in a line: nothing that a pattern does not name holds it. */
const UNREAD_CODE = String.raw`\u{fffc}`

/** A pattern in JavaScript's syntax (flag v), and at which place in a hit each of Java's groups is. */
export type WrittenPattern = {
  readonly source: string
  readonly flags: string
  /** By Java's number; [0] is 0, the whole hit. */
  readonly groups: readonly number[]
}

/** Writes a pattern for JavaScript. Give only what `refusalOf` has no objection to. */
export function writePattern(root: PatternNode): WrittenPattern {
  const caseUse = casesUsed(root)
  const isMixed = caseUse.any && caseUse.exact
  const writer = new PatternWriter(isMixed)
  const source = writer.write(root, false)
  const groups = [...writer.groups.entries()].reduce<number[]>(
    (all, [java, script]) => {
      all[java] = script
      return all
    },
    [0],
  )
  return { source, flags: caseUse.any && !isMixed ? 'giv' : 'gv', groups }
}

/** Whether letters count in any case, and whether some count only as they are. */
export function casesUsed(node: PatternNode): { readonly any: boolean; readonly exact: boolean } {
  const cased = (anyCase: boolean): { any: boolean; exact: boolean } => ({ any: anyCase, exact: !anyCase })
  const none = { any: false, exact: false }
  if (node.kind === 'text') return /[A-Za-z]/.test(node.text) ? cased(node.anyCase) : none
  if (node.kind === 'char') return casesOf(node.code).length > 0 ? cased(node.anyCase) : none
  if (node.kind === 'set') return isCased(node.set) ? cased(node.anyCase) : none
  if (node.kind === 'back') return cased(node.anyCase)
  return partsOf(node)
    .map(casesUsed)
    .reduce((all, one) => ({ any: all.any || one.any, exact: all.exact || one.exact }), none)
}

/** The patterns that a pattern is made of. */
export function partsOf(node: PatternNode): readonly PatternNode[] {
  if (node.kind === 'sequence') return node.nodes
  if (node.kind === 'choice') return node.branches
  return 'node' in node ? [node.node] : []
}

class PatternWriter {
  readonly groups = new Map<number, number>()
  private readonly isMixed: boolean
  /** Groups of JavaScript so far: Java's, and those that stand for atomic groups. */
  private count = 0

  constructor(isMixed: boolean) {
    this.isMixed = isMixed
  }

  write(node: PatternNode, isLooking: boolean): string {
    switch (node.kind) {
      case 'text':
        return this.isMixed && node.anyCase
          ? Array.from(node.text, (sign) => this.eitherCase(sign.charCodeAt(0))).join('')
          : node.text
      case 'char':
        return this.isMixed && node.anyCase ? this.eitherCase(node.code) : charText(node.code)
      case 'set': {
        const text = writeSet(node.set, this.isMixed && node.anyCase)
        return isOpen(node.set) && !isLooking ? `[${text}--[${UNREAD_CODE}]]` : text
      }
      case 'sequence':
        return this.sequence(node.nodes, isLooking)
      case 'choice':
        return `(?:${node.branches.map((branch) => this.write(branch, isLooking)).join('|')})`
      case 'group':
        this.count += 1
        this.groups.set(node.number, this.count)
        return `(${this.write(node.node, isLooking)})`
      case 'atomic':
        return this.atomic(node.node, isLooking)
      case 'look':
        return `(?${node.ahead ? '' : '<'}${node.negative ? '!' : '='}${this.write(node.node, true)})`
      case 'repeat':
        return node.mode === 'possessive'
          ? this.atomic({ ...node, mode: 'greedy' }, isLooking)
          : this.repeat(node, isLooking)
      case 'back':
        return `(?:\\${this.groups.get(node.number) ?? 0})`
      case 'assert':
        return node.source
      default:
        return this.boundary(node.negative, null, null)
    }
  }

  private eitherCase(code: number): string {
    return `[${[code, ...casesOf(code)].map(charText).join('')}]`
  }

  private sequence(nodes: readonly PatternNode[], isLooking: boolean): string {
    return nodes
      .map((node, at) =>
        node.kind === 'boundary'
          ? this.boundary(node.negative, nodes[at - 1] ?? null, nodes[at + 1] ?? null)
          : this.write(node, isLooking),
      )
      .join('')
  }

  /** Looks to one side only where the other is known. */
  private boundary(negative: boolean, before: PatternNode | null, after: PatternNode | null): string {
    if (after && edgeIsWord(after, 'start')) return negative ? BEFORE : NOT_BEFORE
    if (before && edgeIsWord(before, 'end')) return negative ? AFTER : NOT_AFTER
    return negative
      ? `(?:${BEFORE}${AFTER}|${NOT_BEFORE}${NOT_AFTER})`
      : `(?:${BEFORE}${NOT_AFTER}|${NOT_BEFORE}${AFTER})`
  }

  /** What is found in a look ahead is never looked for again; then it is gone over as a whole. */
  private atomic(node: PatternNode, isLooking: boolean): string {
    this.count += 1
    const number = this.count
    return `(?:(?=(${this.write(node, isLooking)}))\\${number})`
  }

  private repeat(node: PatternNode & { kind: 'repeat' }, isLooking: boolean): string {
    const { min, max, mode } = node
    const inner = this.write(node.node, isLooking)
    const isOne = node.node.kind === 'char' || node.node.kind === 'set' || node.node.kind === 'group'
    const most = max === Infinity ? '' : String(max)
    const sign =
      max === Infinity && min < 2
        ? min === 0
          ? '*'
          : '+'
        : min === 0 && max === 1
          ? '?'
          : min === max
            ? `{${min}}`
            : `{${min},${most}}`
    return `${isOne ? inner : `(?:${inner})`}${sign}${mode === 'lazy' ? '?' : ''}`
  }
}

/** Whether a hit of it surely begins (or ends) with part of a word. */
function edgeIsWord(node: PatternNode, edge: 'start' | 'end'): boolean {
  switch (node.kind) {
    case 'text':
      return isWordSign(node.text.charCodeAt(edge === 'start' ? 0 : node.text.length - 1))
    case 'char':
      return isWordSign(node.code)
    case 'set':
      return isWordSet(node.set)
    case 'sequence': {
      const at = node.nodes.at(edge === 'start' ? 0 : -1)
      return at !== undefined && edgeIsWord(at, edge)
    }
    case 'choice':
      return node.branches.every((branch) => edgeIsWord(branch, edge))
    case 'group':
    case 'atomic':
      return edgeIsWord(node.node, edge)
    case 'repeat':
      return node.min > 0 && edgeIsWord(node.node, edge)
    default:
      return false
  }
}
