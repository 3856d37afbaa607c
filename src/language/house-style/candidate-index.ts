/** Which of many patterns can have a hit in a text, by the words that they need. */
export type CandidateIndex = {
  /** Places of the patterns that can, ascending; `folded` as `foldCase` gives it. */
  candidates(folded: string): readonly number[]
}

type Entry = { readonly at: number; readonly word: string; readonly offset: number }

/** How many numbers `keyAt` may give. */
const KEYS = 1 << 15
const NONE: readonly Entry[] = []

/**
 * An index over the words that patterns need: each of its words is found by its rarest three letters, so that a text costs
 * as much as it is long, however many patterns there are. Patterns that need nothing (null) are always candidates.
 */
export function candidateIndex(needs: readonly (readonly string[] | null)[]): CandidateIndex {
  const counts = countKeys(needs)
  const entries = new Map<number, Entry[]>()
  const short: Entry[] = []
  const always: number[] = []
  needs.forEach((words, at) => {
    if (!words) always.push(at)
    for (const word of words ?? []) {
      const offset = rarest(word, counts)
      if (offset < 0) short.push({ at, word, offset: 0 })
      else push(entries, keyAt(word, offset), { at, word, offset })
    }
  })
  return {
    candidates(folded) {
      const found = new Set(always)
      for (const { at, word } of short) if (folded.includes(word)) found.add(at)
      for (let place = 0; place + 2 < folded.length; place += 1) {
        for (const { at, word, offset } of entries.get(keyAt(folded, place)) ?? NONE) {
          if (!found.has(at) && folded.startsWith(word, place - offset) && place >= offset) found.add(at)
        }
      }
      return [...found].sort((a, b) => a - b)
    },
  }
}

function countKeys(needs: readonly (readonly string[] | null)[]): Uint32Array {
  const counts = new Uint32Array(KEYS)
  for (const words of needs) {
    for (const word of words ?? []) {
      for (let at = 0; at + 2 < word.length; at += 1) {
        const key = keyAt(word, at)
        counts[key] = (counts[key] ?? 0) + 1
      }
    }
  }
  return counts
}

/** Where the three letters begin that fewest words have; -1 for a word of one or two. */
function rarest(word: string, counts: Uint32Array): number {
  let best = -1
  let fewest = Infinity
  for (let at = 0; at + 2 < word.length; at += 1) {
    const count = counts[keyAt(word, at)] ?? 0
    if (count < fewest) {
      best = at
      fewest = count
    }
  }
  return best
}

/** Three units as one number, by which letters differ; others may share it, which costs a look and no more. */
function keyAt(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) & 31) << 10) |
    ((text.charCodeAt(at + 1) & 31) << 5) |
    (text.charCodeAt(at + 2) & 31)
  )
}

function push(entries: Map<number, Entry[]>, key: number, entry: Entry): void {
  const all = entries.get(key)
  if (all) all.push(entry)
  else entries.set(key, [entry])
}
