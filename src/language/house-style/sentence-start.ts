/** Short forms behind whose point a sentence goes on. */
const SHORT_FORM =
  /(?:^|[^\p{L}\p{M}])(?:\p{L}|Mrs?|Ms|Mx|Dr|Prof|Rev|Hon|Gov|Gen|Lt|Col|Maj|Capt|Cmdr|Sgt|Sen|Reps?|St|Mt|Ft|No|Nos|vs?|cf|eg|ie|etc|Inc|Ltd|Co|Corp|Bros|Jr|Sr|al|approx|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$/u
const LONGEST = 12

/** Whether what begins at `at` begins a sentence: at the line's start, or behind a full stop, a question or an exclamation. */
export function isSentenceStart(text: string, at: number): boolean {
  let end = at
  // Opening quotation marks and brackets, and then the space before them.
  while (end > 0 && '“‘"\'«([{'.includes(text.charAt(end - 1))) end -= 1
  const gap = end
  while (end > 0 && /\s/u.test(text.charAt(end - 1))) end -= 1
  if (end === 0) return true
  if (text.slice(end, gap).includes('\n')) return true
  if (end === gap) return false
  while (end > 0 && '”’"\'»)]}'.includes(text.charAt(end - 1))) end -= 1
  const last = text.charAt(end - 1)
  if (last === '?' || last === '!' || last === '…') return true
  if (last === '•' || last === '▪') return true
  return last === '.' && !SHORT_FORM.test(text.slice(Math.max(0, end - LONGEST), end))
}
