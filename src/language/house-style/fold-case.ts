/**
 * Text in small letters, in which a hit that doesn't mind the case is found as well: what JavaScript's flag i takes for
 * the same letter is the same here, for all letters of `isFoldable`. Lengths may differ from the text's.
 */
export function foldCase(text: string): string {
  return text.toLowerCase().replaceAll('ſ', 's')
}

/** Whether a character can be looked for in folded text. */
export function isFoldable(code: number): boolean {
  // Beyond are letters with more than two cases, and these among Latin ones: µ, dotted and dotless i, long s.
  return code < 0x250 && code !== 0xb5 && code !== 0x130 && code !== 0x131 && code !== 0x17f
}
