const SMALL: ReadonlySet<string> = new Set(
  'of the de la le les el du des sur on upon in and aboard near off au aux al bei am an der dos do da'.split(
    ' ',
  ),
)

// Capitals that open a paragraph before a dash and are no place.
const NO_PLACE =
  /^(?:breaking|update|updated|updates|exclusive|analysis|watch|live|opinion|explainer|factbox|correction|corrected|nato|un|eu|us|usa|uk|news|sport|video|photos?|note|editor.*|eds|who|why|what|how|when|where|urgent|alert|just in|developing|advisory|more|fact check|timeline|file photo|file|q|a|q&a)$/i

const PLACE_WORD = /^[\p{Lu}\p{Lo}[(][\p{L}\p{M}'’.)\]-]*$/u

/** Whether a text can be the place of a dateline: "Paris", "KYIV, Ukraine", "LONDON/PARIS", "ST. LOUIS". */
export function isPlace(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > 70 || NO_PLACE.test(trimmed)) return false
  const parts = trimmed.split(/\s*[,/]\s*/)
  return (
    parts.length <= 4 &&
    parts.every((part) => {
      const words = part.split(/\s+/)
      return (
        words.length <= 5 &&
        PLACE_WORD.test(words[0] ?? '') &&
        words.every((word) => PLACE_WORD.test(word) || SMALL.has(word.toLowerCase()))
      )
    })
  )
}

/** Whether its city stands in capitals, as agencies write it: then it needs no source to be a dateline. */
export function isCapitalPlace(text: string): boolean {
  const city = text.split(',')[0] ?? ''
  return isPlace(text) && city === city.toUpperCase() && (city.match(/\p{Lu}/gu)?.length ?? 0) >= 3
}
