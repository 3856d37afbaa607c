/** What an affix adds to a word, and what it takes away from it for that. */
type Affix = { readonly adds: string; readonly takes: string }

/**
 * Reads the rules of affixes of a Hunspell dictionary, and says of a word which words it could be made of by them: itself, and
 * what is left without a beginning, an ending or both. Some of these are no words: it is a guess for where to look.
 */
export function stemsOf(affixes: string): (word: string) => readonly string[] {
  const beginnings = readAffixes(affixes, 'PFX')
  const endings = readAffixes(affixes, 'SFX')
  return (word) => {
    const unended = [word]
    for (const { adds, takes } of endings)
      if (word.endsWith(adds)) unended.push(word.slice(0, word.length - adds.length) + takes)
    const unbegun: string[] = []
    for (const stem of unended)
      for (const { adds, takes } of beginnings)
        if (stem.startsWith(adds)) unbegun.push(takes + stem.slice(adds.length))
    return unended.concat(unbegun)
  }
}

/** The affixes of a kind, each once. */
function readAffixes(affixes: string, kind: 'PFX' | 'SFX'): readonly Affix[] {
  const found = new Map<string, Affix>()
  for (const line of affixes.split('\n')) {
    const [type, , taken, added, condition] = line.trim().split(/\s+/)
    // A rule's first line has no condition.
    if (type !== kind || taken === undefined || added === undefined || condition === undefined) continue
    const adds = textOf(added.split('/')[0] ?? '')
    const takes = textOf(taken)
    found.set(`${adds} ${takes}`, { adds, takes })
  }
  return [...found.values()]
}

const textOf = (text: string): string => (text === '0' ? '' : text)
