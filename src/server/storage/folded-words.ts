/**
 * A folded text's words, each once, in the order in which they first stand. A word that is searched for has no space in
 * it, so that it is a part of the text exactly where it is a part of one of these: they say the same in half the room.
 */
export function foldedWords(text: string): string {
  return [...new Set(text.split(/\s+/))].filter((word) => word !== '').join(' ')
}
