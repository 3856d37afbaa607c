import { foldCase, isFoldable } from '../fold-case.ts'
import type { CharSet, PatternNode } from './pattern-node.ts'

/** More alternatives cost more to look for than they save. */
const MOST_EXACT = 24
const MOST_NEEDED = 400

/** What every hit of a pattern is (one of `exact`, if that is known), and what it holds (one of `needs`). */
type Known = { readonly exact: readonly string[] | null; readonly needs: readonly string[] | null }

const NOTHING: Known = { exact: null, needs: null }
const NO_WIDTH: Known = { exact: [''], needs: null }

/**
 * Strings in small letters (see `foldCase`) one of which stands in every hit of the pattern: text without any of them needs
 * no run. Null where nothing is needed for sure.
 */
export function neededWords(node: PatternNode): readonly string[] | null {
  const { exact, needs } = known(node)
  return better(needs, exact)
}

function known(node: PatternNode): Known {
  switch (node.kind) {
    case 'text':
      return { exact: [foldCase(node.text)], needs: null }
    case 'char':
      return isFoldable(node.code)
        ? { exact: [foldCase(String.fromCodePoint(node.code))], needs: null }
        : NOTHING
    case 'set':
      return ofSet(node.set)
    case 'sequence':
      return ofSequence(node.nodes)
    case 'choice':
      return ofChoice(node.branches.map(known))
    case 'group':
    case 'atomic':
      return known(node.node)
    case 'repeat':
      return ofRepeat(known(node.node), node.min, node.max)
    case 'look':
    case 'assert':
    case 'boundary':
      return NO_WIDTH
    default:
      return NOTHING
  }
}

function ofSet(set: CharSet): Known {
  const codes = codesOf(set)
  return codes && codes.every(isFoldable)
    ? { exact: unique(codes.map((code) => foldCase(String.fromCodePoint(code)))), needs: null }
    : NOTHING
}

/** The characters of a small set that is named outright. */
function codesOf(set: CharSet): readonly number[] | null {
  if (set.kind === 'range') {
    const size = set.to - set.from + 1
    return size <= 8 ? Array.from({ length: size }, (_, at) => set.from + at) : null
  }
  if (set.kind !== 'any-of' || set.negative) return null
  const all: number[] = []
  for (const one of set.sets) {
    const codes = codesOf(one)
    if (!codes || all.length > 8) return null
    all.push(...codes)
  }
  return all
}

function ofSequence(nodes: readonly PatternNode[]): Known {
  let isExact = true
  let run: readonly string[] = ['']
  let needs: readonly string[] | null = null
  for (const node of nodes) {
    const next = known(node)
    const longer = next.exact ? cross(run, next.exact) : null
    if (longer) {
      run = longer
      continue
    }
    isExact = false
    needs = better(better(needs, run), next.needs)
    run = next.exact ?? ['']
  }
  return isExact ? { exact: run, needs } : { exact: null, needs: better(needs, run) }
}

function cross(before: readonly string[], after: readonly string[]): readonly string[] | null {
  if (before.length * after.length > MOST_EXACT) return null
  const [start] = before
  if (before.length === 1 && start !== undefined)
    return start === '' ? after : after.map((end) => start + end)
  return unique(before.flatMap((one) => after.map((end) => one + end)))
}

function ofChoice(branches: readonly Known[]): Known {
  const exact: string[] = []
  const needs: string[] = []
  let isExact = true
  let isNeeded = true
  for (const branch of branches) {
    if (branch.exact) exact.push(...branch.exact)
    else isExact = false
    const best = better(branch.needs, branch.exact)
    if (best) needs.push(...best)
    else isNeeded = false
  }
  return {
    exact: isExact && exact.length <= MOST_EXACT ? unique(exact) : null,
    needs: isNeeded && needs.length <= MOST_NEEDED ? unique(needs) : null,
  }
}

function ofRepeat(inner: Known, min: number, max: number): Known {
  if (min === 0) {
    return max === 1 && inner.exact ? { exact: unique(['', ...inner.exact]), needs: null } : NOTHING
  }
  if (min === 1 && max === 1) return inner
  return { exact: null, needs: better(inner.needs, inner.exact) }
}

/** Of two things that a hit needs the one that is rarer in text. */
function better(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  return score(other) > score(one) ? other : one && score(one) > 0 ? one : null
}

function score(words: readonly string[] | null): number {
  if (!words || words.length === 0) return 0
  let shortest = Infinity
  for (const { length } of words) if (length < shortest) shortest = length
  return shortest === 0 ? 0 : Math.min(shortest, 8) * 100 - Math.min(words.length, 90)
}

function unique(words: readonly string[]): readonly string[] {
  return words.length < 2 ? words : [...new Set(words)]
}
