import { partsOf } from './java/write-pattern.ts'
import type { PatternNode } from './java/pattern-node.ts'
import { readPattern } from './java/read-pattern.ts'

/** Repeating more often than this is as good as without end. */
const OFTEN = 10

/**
 * Why a pattern may take very long on some texts, in words for people; null where nothing speaks for it. A hint for who writes a
 * rule: what runs away in spite of it is stopped by its time limit.
 */
export function ruleRisk(pattern: string): string | null {
  const read = readPattern(pattern)
  return read.ok && isRisky(read.node)
    ? 'It repeats what repeats itself, like (a+)+: on some texts it could take very long. Stet stops it if it does.'
    : null
}

function isRisky(node: PatternNode): boolean {
  const repeats = isLong(node) && node.kind === 'repeat' && node.mode !== 'possessive'
  return (repeats && repeatsFreely(node.node)) || partsOf(node).some(isRisky)
}

/** Whether one round of a repetition can itself be of many lengths, with nothing fixed between it and the next round. */
function repeatsFreely(node: PatternNode): boolean {
  switch (node.kind) {
    case 'repeat':
      return node.mode !== 'possessive' && (isLong(node) || repeatsFreely(node.node))
    case 'group':
      return repeatsFreely(node.node)
    case 'choice':
      return node.branches.some(repeatsFreely) || beginAlike(node.branches)
    case 'sequence': {
      const wide = node.nodes.filter(takesSpace)
      return wide.some(repeatsFreely) && wide.every((part) => repeatsFreely(part) || canBeEmpty(part))
    }
    default:
      return false
  }
}

function isLong(node: PatternNode): boolean {
  return node.kind === 'repeat' && node.max > OFTEN
}

function takesSpace(node: PatternNode): boolean {
  return node.kind !== 'assert' && node.kind !== 'boundary' && node.kind !== 'look'
}

function canBeEmpty(node: PatternNode): boolean {
  return node.kind === 'repeat' && node.min === 0
}

/** Two branches that are one and the same single character: (a|a)*. */
function beginAlike(branches: readonly PatternNode[]): boolean {
  const texts = branches.map((branch) => JSON.stringify(branch))
  return new Set(texts).size < texts.length
}
