const VOWELS: ReadonlySet<number> = new Set('aeiouy'.split('').map((sign) => sign.charCodeAt(0)))
/** What a slip costs at least: a letter more or less, another letter. */
const LEAST = { extra: 0.7, other: 0.8 } as const
/** Sums of costs are not exact. */
const ROUNDING = 1e-6

/**
 * How far one word is from another, as slips of fingers and of memory go: 1 for a letter more, less or another, a little
 * less where letters are doubled or change places, or one vowel stands for another. Infinity where that is surely more than
 * `limit`. Time grows with the product of the lengths.
 */
export function distanceOf(one: string, other: string, limit = Infinity): number {
  const width = other.length + 1
  let row = new Float64Array(width)
  for (let column = 0; column < width; column++) row[column] = column
  let before = new Float64Array(width)
  let beforeThat = new Float64Array(width)
  let nearestBefore = 0
  for (let at = 1; at <= one.length; at++) {
    ;[beforeThat, before, row] = [before, row, beforeThat]
    row[0] = at
    let nearest = at
    const a = one.charCodeAt(at - 1)
    const last = one.charCodeAt(at - 2)
    for (let column = 1; column < width; column++) {
      const b = other.charCodeAt(column - 1)
      const lastB = other.charCodeAt(column - 2)
      let best = Math.min(
        (before[column] ?? 0) + (a === last ? LEAST.extra : 1),
        (row[column - 1] ?? 0) + (b === lastB ? LEAST.extra : 1),
        (before[column - 1] ?? 0) + (a === b ? 0 : VOWELS.has(a) && VOWELS.has(b) ? LEAST.other : 1),
      )
      if (a === lastB && b === last && a !== b)
        best = Math.min(best, (beforeThat[column - 2] ?? 0) + LEAST.other)
      row[column] = best
      if (best < nearest) nearest = best
    }
    // Each way goes through one of any two rows.
    if (nearest > limit && nearestBefore > limit) return Infinity
    nearestBefore = nearest
  }
  return row[other.length] ?? 0
}

/** A word of a list, in small letters, and which letters it has. */
type Entry = { readonly word: string; readonly plain: string; readonly letters: number }

/** Finds words of a list that are near a word and begin as it does. */
export class NearWords {
  readonly #byStart = new Map<string, Entry[]>()

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const plain = word.toLowerCase()
      const entry = { word, plain, letters: lettersOf(plain) }
      const key = plain.slice(0, 1)
      const others = this.#byStart.get(key)
      if (others) others.push(entry)
      else this.#byStart.set(key, [entry])
    }
  }

  /** Words no further away than `limit`, the nearest first; capitals count for nothing. The word itself is not among them. */
  near(word: string, limit: number): readonly string[] {
    const plain = word.toLowerCase()
    const letters = lettersOf(plain)
    const found: { readonly word: string; readonly distance: number }[] = []
    for (const other of this.#byStart.get(plain.slice(0, 1)) ?? []) {
      if (Math.abs(other.plain.length - plain.length) > limit * 1.5) continue
      if (leastDistance(letters, other.letters) > limit + ROUNDING) continue
      const distance = distanceOf(plain, other.plain, limit)
      if (distance > 0 && distance <= limit) found.push({ word: other.word, distance })
    }
    return found.sort((a, b) => a.distance - b.distance).map((one) => one.word)
  }
}

/** One bit for each letter that a word has; signs beyond a to z share theirs with letters. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/** No word with these letters is nearer to one with those: a letter that only one of them has is a slip. Most words need no other look. */
function leastDistance(one: number, other: number): number {
  const more = countBits(one & ~other)
  const less = countBits(other & ~one)
  return LEAST.other * Math.min(more, less) + LEAST.extra * Math.abs(more - less)
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}
