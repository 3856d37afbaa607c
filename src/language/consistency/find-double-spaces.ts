import type { LineCheck } from '../line-check.ts'

/** Two or more spaces between two words. What stands at a line's ends nobody sees. */
export const findDoubleSpaces: LineCheck = ({ signs }) => {
  if (!signs.includes('  ')) return []
  return Array.from(signs.matchAll(/(?<![ \n]) {2,}(?![ \n])/g)).flatMap(({ index: from, 0: words }) => {
    const to = from + words.length
    if (from === 0 || to === signs.length) return []
    return [
      {
        kind: 'consistency' as const,
        check: 'double-space',
        rule: 'double-space',
        from,
        to,
        words,
        message: `${words.length} spaces stand here where one is enough.`,
        weight: 'fault' as const,
        fixes: [' '],
      },
    ]
  })
}
