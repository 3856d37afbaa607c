import { COMMON_WORDS } from './lists/common-words.ts'
import { distanceOf } from './nearness.ts'

const MOST = 5
/** Fixes further away than this were hardly meant. */
const FARTHEST = 2.5

/** What might have been meant by a word in small letters, the likeliest first; at most five, and none that is far from it. */
export function rankFixes(word: string, fixes: readonly string[]): readonly string[] {
  return [...new Set(fixes)]
    .map((fix, index) => costOf(word, fix, index))
    .filter(({ distance }) => distance <= Math.min(FARTHEST, 0.6 + word.length / 4))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST)
    .map(({ fix }) => fix)
}

type Cost = { readonly fix: string; readonly distance: number; readonly cost: number }

function costOf(word: string, fix: string, index: number): Cost {
  const plain = fix.toLowerCase()
  const distance = distanceOf(word, plain)
  let cost = distance + index * 0.05
  if (!COMMON_WORDS.has(plain)) cost += 0.75
  if (plain[0] !== word[0]) cost += 0.5
  if (fix !== plain) cost += 0.5
  if (/['’\s-]/u.test(fix)) cost += 0.8
  return { fix, distance, cost }
}

/** A fix with the capitals of what stands there: one at its start, or all. */
export function withCapitalsOf(word: string, fix: string): string {
  if (word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()) return fix.toUpperCase()
  const first = word.slice(0, 1)
  return first === first.toLowerCase() ? fix : fix.slice(0, 1).toUpperCase() + fix.slice(1)
}
