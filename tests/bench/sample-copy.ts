const WORDS =
  'ferry council harbour minister budget strike talks winter island police court market union vote school river bridge hospital report figures storm rail fares tenants growers fishing fleet owner deal pay offer night shift port crane ship queue week Tuesday Friday said would could after before under over between against'.split(
    ' ',
  )

/** Paragraphs of about 55 words, `words` in all; the same for the same numbers. */
export function sampleParagraphs(words: number, seed = 1): readonly string[] {
  let state = seed
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const paragraphs: string[] = []
  for (let left = words; left > 0; left -= 55) {
    const line = Array.from(
      { length: Math.min(55, left) },
      () => WORDS[Math.floor(next() * WORDS.length)] ?? '',
    )
    paragraphs.push(`${line.join(' ')}.`)
  }
  return paragraphs
}
