import type { Part } from '../recognition.ts'
import { readCaptionCredit } from './credit.ts'

const LEAST_WORDS = 5
const LIKE_ENOUGH = 0.8

/**
 * Two lines in a row that say nearly the same and end in a credit: the first is the picture's alt text, the second its
 * caption. Where both have the same credit the first copy of it is left out.
 */
export function readTwins(first: string, second: string): readonly [readonly Part[], readonly Part[]] | null {
  if (first.length > 2000 || second.length > 2000) return null
  const below = readCaptionCredit(second)
  if (below === null || below.parts.length < 2) return null
  const above = readCaptionCredit(first)
  const firstEnd = above?.parts.find((part) => part.target === 'caption')?.to ?? first.length
  const captionEnd = below.parts[0]?.to ?? second.length
  if (!areAlike(first.slice(0, firstEnd), second.slice(0, captionEnd))) return null
  const alt: Part = { from: 0, to: firstEnd, target: 'alt' }
  const again = above?.parts.find((part) => part.target === 'credit')
  if (again === undefined) return [[alt], below.parts]
  const creditBelow = below.parts.find((part) => part.target === 'credit')
  const same = second.slice(creditBelow?.from, creditBelow?.to) === first.slice(again.from, again.to)
  const rest: Part = same ? { ...again, target: 'left out', reason: 'The same credit again' } : again
  return [[alt, rest], below.parts]
}

/** Whether two texts share most of their words, without regard to case, apostrophes and order. */
function areAlike(a: string, b: string): boolean {
  const left = wordsOf(a)
  const right = wordsOf(b)
  if (Math.min(left.length, right.length) < LEAST_WORDS) return false
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const count = counts.get(word) ?? 0
    if (count > 0) shared++
    counts.set(word, count - 1)
  }
  return shared / Math.max(left.length, right.length) >= LIKE_ENOUGH
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []
