import type { PatternNode } from './pattern-node.ts'
import { casesUsed, partsOf } from './write-pattern.ts'

/** More steps than any rule of a newsroom needs; browsers refuse patterns that unfold to much more. */
const LARGEST = 20_000

/** Why a pattern that was read would mean something else in JavaScript, in words for people; null where it doesn't. */
export function refusalOf(root: PatternNode, groups: number): string | null {
  if (sizeOf(root) > LARGEST) return 'It repeats so much that a browser won’t run it.'
  const { any, exact } = casesUsed(root)
  return new BackReferences(groups, any && exact).walk(root)
}

function sizeOf(node: PatternNode): number {
  const inside = partsOf(node)
    .map(sizeOf)
    .reduce((sum, size) => sum + size, 1)
  if (node.kind !== 'repeat') return inside
  return inside * Math.max(1, node.max === Infinity ? node.min : node.max)
}

/**
 * In Java a reference back to a group that took no part finds nothing; in JavaScript it finds the empty string. So only
 * references are taken whose group has surely taken part.
 */
class BackReferences {
  private readonly groups: number
  private readonly isMixed: boolean
  /** The conditions under which each group that was gone by took part. */
  private readonly done = new Map<number, readonly number[]>()
  private conditions = 0

  constructor(groups: number, isMixed: boolean) {
    this.groups = groups
    this.isMixed = isMixed
  }

  walk(node: PatternNode, under: readonly number[] = [], isBehind = false): string | null {
    switch (node.kind) {
      case 'back':
        return this.reasonAgainst(node.number, node.anyCase, under, isBehind)
      case 'atomic':
        return isBehind ? atomicBehind() : this.walk(node.node, under, isBehind)
      case 'repeat': {
        if (isBehind && node.mode === 'possessive') return atomicBehind()
        return this.walk(node.node, node.min === 0 ? this.more(under) : under, isBehind)
      }
      case 'look':
        return this.walk(node.node, node.negative ? this.more(under) : under, isBehind || !node.ahead)
      case 'choice':
        return first(node.branches, (branch) => this.walk(branch, this.more(under), isBehind))
      case 'group': {
        const reason = this.walk(node.node, under, isBehind)
        this.done.set(node.number, under)
        return reason
      }
      default:
        return first(partsOf(node), (part) => this.walk(part, under, isBehind))
    }
  }

  private more(under: readonly number[]): readonly number[] {
    this.conditions += 1
    return [...under, this.conditions]
  }

  private reasonAgainst(
    number: number,
    anyCase: boolean,
    under: readonly number[],
    isBehind: boolean,
  ): string | null {
    if (number > this.groups) return `It refers to group ${number}, which it doesn’t have.`
    const conditions = this.done.get(number)
    if (isBehind || !conditions || !conditions.every((one) => under.includes(one))) {
      return `It refers back to group ${number} where that may not have been found, which browsers read differently.`
    }
    return anyCase && this.isMixed
      ? `It refers back to group ${number} in any case of letters, but minds the case elsewhere.`
      : null
  }
}

function atomicBehind(): string {
  return 'It uses an atomic or possessive group inside a look behind.'
}

function first<T>(all: readonly T[], reason: (one: T) => string | null): string | null {
  for (const one of all) {
    const found = reason(one)
    if (found !== null) return found
  }
  return null
}
