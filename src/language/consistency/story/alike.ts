import { folded } from '../words.ts'

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|sch|cz/g, 'sh'],
  [/kh|ck|q/g, 'k'],
  [/ph/g, 'f'],
  [/gh/g, 'g'],
  [/th/g, 't'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/z/g, 's'],
  [/j/g, 'i'],
  [/iy|yi|ij|yy|ey|ie|ei|y/g, 'i'],
  [/ou|oo/g, 'u'],
  [/(.)\1+/g, '$1'],
]

const known = new Map<string, string>()

/** What a name sounds like, roughly: two with one sound may be one name spelt twice ("Zelenskiy", "Zelensky"). */
export function soundOf(name: string): string {
  const found = known.get(name)
  if (found !== undefined) return found
  let sound = folded(name).replace(/['-]/g, '')
  for (const [pattern, instead] of SOUNDS) sound = sound.replace(pattern, instead)
  if (known.size > 20_000) known.clear()
  known.set(name, sound)
  return sound
}

/** Letters to change, put in, take out or swap to make one word of the other; `most` + 1 where it takes more. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row]
    let least = row
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1]
      let cost = Math.min(
        (old[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (old[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (isSwap) cost = Math.min(cost, (older[column - 2] ?? 0) + 1)
      next.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    older = old
    old = next
  }
  return Math.min(most + 1, old[b.length] ?? most + 1)
}

/**
 * Are two spellings so close that one may be a slip for the other? 'same' where only accents or case differ, 'sound'
 * where they sound alike, 'letters' where one or two letters differ; null where they are two names.
 */
export function likeness(a: string, b: string): 'same' | 'sound' | 'letters' | null {
  const [one, two] = [folded(a), folded(b)]
  if (one === two) return 'same'
  const shortest = Math.min(one.length, two.length)
  if (shortest < 4) return null
  if (soundOf(a) === soundOf(b)) return 'sound'
  const most = shortest >= 9 ? 2 : 1
  return shortest >= 5 && editDistance(one, two, most) <= most ? 'letters' : null
}
