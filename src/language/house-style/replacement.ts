/** A replacement, read: characters as they are, and groups of the hit by Java's numbers. */
export type Replacement = readonly (string | number)[]

type Groups = { readonly groupCount: number; readonly names: ReadonlyMap<string, number> }

/**
 * Reads a replacement in Java's syntax: $1 (as many digits as there are groups for), ${name}, and a backslash before a
 * character that is meant as it is. A dollar before anything else is a dollar. Answers with the reason, for people, where it
 * names a group that the pattern doesn't have.
 */
export function readReplacement(
  text: string,
  { groupCount, names }: Groups,
): { readonly ok: true; readonly parts: Replacement } | { readonly ok: false; readonly reason: string } {
  // Most say what they say.
  if (!/[$\\]/.test(text)) return { ok: true, parts: text === '' ? [] : [text] }
  const parts: (string | number)[] = []
  let refused: string | null = null
  for (const [whole, digits, name, escaped] of text.matchAll(
    /\$(\d+)|\$\{([A-Za-z][A-Za-z0-9]*)\}|\\([\s\S])|[^$\\]+|[\s\S]/gu,
  )) {
    if (digits !== undefined) {
      let length = digits.length
      while (length > 1 && Number(digits.slice(0, length)) > groupCount) length -= 1
      const number = Number(digits.slice(0, length))
      if (number > groupCount) refused ??= noSuchGroup(`$${number}`)
      parts.push(number, digits.slice(length))
    } else if (name === undefined) {
      parts.push(escaped ?? whole)
    } else {
      const number = names.get(name)
      if (number === undefined) refused ??= noSuchGroup(`\${${name}}`)
      parts.push(number ?? '')
    }
  }
  return refused === null ? { ok: true, parts } : { ok: false, reason: refused }
}

/** What the replacement says for a hit, whose groups are found at `groups`. A group that took no part says nothing. */
export function replacementFor(
  parts: Replacement,
  groups: readonly number[],
  hit: readonly (string | undefined)[],
): string {
  return parts.map((part) => (typeof part === 'string' ? part : (hit[groups[part] ?? 0] ?? ''))).join('')
}

function noSuchGroup(name: string): string {
  return `Its replacement says ${name}, a group that its pattern doesn’t have.`
}
