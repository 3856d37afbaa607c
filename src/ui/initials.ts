/** Up to two letters for a name: the first of its first and of its last word, as people would count letters. */
export function initials(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/[\s.]+/u)
    .filter((word) => /\p{L}|\p{N}/u.test(word))
  const first = words[0]
  if (first === undefined) return '?'
  const last = words.length > 1 ? words.at(-1) : undefined
  return (firstLetter(first) + (last === undefined ? '' : firstLetter(last))).toLocaleUpperCase()
}

function firstLetter(word: string): string {
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    if (/\p{L}|\p{N}/u.test(segment)) return segment
  }
  return ''
}
