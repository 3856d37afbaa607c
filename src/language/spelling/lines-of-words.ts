/** Signs of a word by which its lines are found. */
const START = 3
const SLASH = 47
const LINE_END = 10

/**
 * Finds the lines of a Hunspell dictionary that are about a word: the word alone, or with its affixes behind a slash. The list
 * is cut where the beginnings of its words change and read no further, because of its fifty thousand words a story has a thousand.
 */
export function linesOfWords(list: string): (word: string) => readonly string[] {
  const groups = groupLines(list)
  return (word) => {
    const group = groups.get(word.slice(0, START))
    if (group === undefined || word === '') return []
    return ['/', '\n'].flatMap((end) => {
      const line = `\n${word}${end}`
      const found: string[] = []
      for (let at = group.indexOf(line); at >= 0; at = group.indexOf(line, at + 1))
        found.push(group.slice(at + 1, group.indexOf('\n', at + 1)))
      return found
    })
  }
}

/** The lines by the first signs of their words, each with a line end before and behind it. */
function groupLines(list: string): ReadonlyMap<string, string> {
  const groups = new Map<string, string>()
  const text = `${list}\n`
  // The first line says how many there are.
  let from = text.indexOf('\n')
  for (let at = from; at >= 0;) {
    const next = text.indexOf('\n', at + 1)
    // Most lines that begin alike stand together.
    if (next < 0 || !beginAlike(text, from + 1, next + 1)) {
      const key = /^[^/\n]*/.exec(text.slice(from + 1, from + 1 + START))?.[0] ?? ''
      groups.set(key, (groups.get(key) ?? '') + text.slice(from, (next < 0 ? at : next) + 1))
      from = next
    }
    at = next
  }
  return groups
}

function beginAlike(text: string, one: number, other: number): boolean {
  for (let at = 0; at < START; at++) {
    const sign = text.charCodeAt(one + at)
    if (sign !== text.charCodeAt(other + at)) return false
    if (sign === SLASH || sign === LINE_END) break
  }
  return true
}
