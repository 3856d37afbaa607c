const VOWELS = /^[aeiouy]$/u

/**
 * How far one word is from another, as slips of fingers and of memory go: 1 for a letter more, less or another, a little
 * less where letters are doubled or change places, or one vowel stands for another. Time grows with the product of the lengths.
 */
export function distanceOf(one: string, other: string): number {
  const width = other.length + 1
  const table = new Float64Array((one.length + 1) * width)
  const at = (row: number, column: number): number => table[row * width + column] ?? 0
  for (let row = 0; row <= one.length; row++) {
    for (let column = 0; column <= other.length; column++) {
      if (row === 0 || column === 0) {
        table[row * width + column] = row + column
        continue
      }
      const a = one[row - 1] ?? ''
      const b = other[column - 1] ?? ''
      let best = Math.min(
        at(row - 1, column) + (a === one[row - 2] ? 0.7 : 1),
        at(row, column - 1) + (b === other[column - 2] ? 0.7 : 1),
        at(row - 1, column - 1) + (a === b ? 0 : VOWELS.test(a) && VOWELS.test(b) ? 0.8 : 1),
      )
      if (row > 1 && column > 1 && a === other[column - 2] && b === one[row - 2] && a !== b)
        best = Math.min(best, at(row - 2, column - 2) + 0.8)
      table[row * width + column] = best
    }
  }
  return at(one.length, other.length)
}

/** Finds words of a list that are near a word and begin as it does. */
export class NearWords {
  readonly #byStart = new Map<string, string[]>()

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const key = word.slice(0, 1).toLowerCase()
      const others = this.#byStart.get(key)
      if (others) others.push(word)
      else this.#byStart.set(key, [word])
    }
  }

  /** Words no further away than `limit`, the nearest first; capitals count for nothing. The word itself is not among them. */
  near(word: string, limit: number): readonly string[] {
    const plain = word.toLowerCase()
    const found: { readonly word: string; readonly distance: number }[] = []
    for (const other of this.#byStart.get(plain.slice(0, 1)) ?? []) {
      if (Math.abs(other.length - plain.length) > limit * 1.5) continue
      const distance = distanceOf(plain, other.toLowerCase())
      if (distance > 0 && distance <= limit) found.push({ word: other, distance })
    }
    return found.sort((a, b) => a.distance - b.distance).map((one) => one.word)
  }
}
