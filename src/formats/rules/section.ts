// Sections that many newsrooms have, beside those in the settings.
const USUAL =
  /^(?:world|uk|us|u\.s\.|us news|uk news|world news|europe|asia|africa|americas|middle east|international|national|nation|politics|business|economy|markets|money|finance|local|news|top news|sport|sports|football|culture|arts|entertainment|lifestyle|life|style|travel|food|science|health|environment|climate|tech|technology|education|opinion|comment|analysis|features?|media|religion|crime|law|weather)$/i

/** Whether a line names a section that this desk or any desk has. */
export function isKnownSection(text: string, sections: readonly string[]): boolean {
  const wanted = text.trim().toLowerCase()
  return USUAL.test(wanted) || sections.some((section) => section.toLowerCase() === wanted)
}

/** Whether a line has the look of a section that no list knows: one or two words, capitalised, no punctuation. */
export function looksLikeSection(text: string): boolean {
  return /^\p{Lu}[\p{L}&]*(?: [\p{L}&]+)?$/u.test(text) && text.length <= 25
}
