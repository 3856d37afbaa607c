const PARTICLES: ReadonlySet<string> = new Set(
  'de da di do du del della der den des el la le van von vom ten ter al bin bint ibn abu y e of zu zum af av dos das'.split(
    ' ',
  ),
)

// What else may follow "By" with a capital: a time or the start of a sentence.
const NO_NAME =
  /^(?:the|a|an|this|that|these|those|mid|late|early|now|then|our|its|his|her|their|no|all|using|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december)$/i

const NAME_WORD = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*$/u

/** Whether a text can be a person's name: one to six words, capitalised but for particles, and no digits. */
export function isPersonName(text: string): boolean {
  const words = text.trim().split(/\s+/)
  const [first = ''] = words
  if (words.length > 6 || text.length > 80 || NO_NAME.test(first)) return false
  const capitals = words.filter((word) => NAME_WORD.test(word)).length
  return capitals > 0 && words.every((word) => NAME_WORD.test(word) || PARTICLES.has(word.toLowerCase()))
}

const ROLE =
  /(?:^|\s)(?:editor|correspondent|reporter|writer|photographer|columnist|analyst|producer|contributor|critic|chief)$/i

/** Whether a text that follows a person's name says what they do ("Political Editor"). */
export function isRole(text: string): boolean {
  return text.length <= 60 && text.trim().split(/\s+/).length <= 6 && ROLE.test(text.trim())
}
