import type { PatternNode } from './pattern-node.ts'
import { casesUsed, partsOf } from './write-pattern.ts'

/** More steps than any rule of a newsroom needs; browsers refuse patterns that unfold to much more. */
const LARGEST = 20_000

/** Why a pattern that was read would mean something else in JavaScript, in words for people; null where it doesn't. */
export function refusalOf(root: PatternNode, groups: number): string | null {
  if (sizeOf(root) > LARGEST) return 'It repeats so much that a browser won’t run it.'
  return new BackReferences(root, groups).reason()
}

function sizeOf(node: PatternNode): number {
  if (node.kind === 'text') return node.text.length
  let inside = 1
  for (const part of partsOf(node)) inside += sizeOf(part)
  if (node.kind !== 'repeat') return inside
  return inside * Math.max(1, node.max === Infinity ? node.min : node.max)
}

/** What has to be so for a part of a pattern to be looked for at all, besides what it stands under itself. */
type Condition = { readonly under: Condition | null }

/**
 * In Java a reference back to a group that took no part finds nothing; in JavaScript it finds the empty string. So only
 * references are taken whose group has surely taken part.
 */
class BackReferences {
  private readonly root: PatternNode
  private readonly groups: number
  /** The conditions under which each group that was gone by took part. */
  private readonly done = new Map<number, Condition | null>()

  constructor(root: PatternNode, groups: number) {
    this.root = root
    this.groups = groups
  }

  reason(): string | null {
    return this.walk(this.root)
  }

  private walk(node: PatternNode, under: Condition | null = null, isBehind = false): string | null {
    switch (node.kind) {
      case 'back':
        return this.reasonAgainst(node.number, node.anyCase, under, isBehind)
      case 'atomic':
        return isBehind ? atomicBehind() : this.walk(node.node, under, isBehind)
      case 'repeat': {
        if (isBehind && node.mode === 'possessive') return atomicBehind()
        return this.walk(node.node, node.min === 0 ? { under } : under, isBehind)
      }
      case 'look':
        return this.walk(node.node, node.negative ? { under } : under, isBehind || !node.ahead)
      case 'choice':
        for (const branch of node.branches) {
          const reason = this.walk(branch, { under }, isBehind)
          if (reason !== null) return reason
        }
        return null
      case 'sequence':
        for (const part of node.nodes) {
          const reason = this.walk(part, under, isBehind)
          if (reason !== null) return reason
        }
        return null
      case 'group': {
        const reason = this.walk(node.node, under, isBehind)
        this.done.set(node.number, under)
        return reason
      }
      default:
        return null
    }
  }

  private reasonAgainst(
    number: number,
    anyCase: boolean,
    under: Condition | null,
    isBehind: boolean,
  ): string | null {
    if (number > this.groups) return `It refers to group ${number}, which it doesn’t have.`
    const condition = this.done.get(number)
    if (isBehind || condition === undefined || !holds(condition, under)) {
      return `It refers back to group ${number} where that may not have been found, which browsers read differently.`
    }
    return anyCase && this.isMixed()
      ? `It refers back to group ${number} in any case of letters, but minds the case elsewhere.`
      : null
  }

  /** Hardly any pattern refers back, so that it is found out for those alone. */
  private isMixed(): boolean {
    const { any, exact } = casesUsed(this.root)
    return any && exact
  }
}

/** Whether a condition surely holds (null always does) where another does. */
function holds(condition: Condition | null, where: Condition | null): boolean {
  let at = where
  while (at !== null && at !== condition) at = at.under
  return at === condition
}

function atomicBehind(): string {
  return 'It uses an atomic or possessive group inside a look behind.'
}
