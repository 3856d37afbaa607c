/** Markdown as plain words: marks, links' addresses and headings' signs go, lines become one. Time grows with its length. */
export function plainDescription(markdown: string): string {
  return markdown
    .replace(/!?\[([^[\]]{1,300})\]\([^()\s]{0,500}\)/gu, '$1')
    .replace(/^[ \t]{0,3}(?:#{1,6}|>|[-*+]|\d{1,3}\.)[ \t]+/gmu, '')
    .replace(/\*\*|__|~~|`/gu, '')
    .replace(/(?<![\p{L}\p{N}*_\\])[*_](?=[^\s*_])|(?<=[^\s*_\\])[*_](?![\p{L}\p{N}*_])/gu, '')
    .replace(/\\(?=[!-/:-@[-`{-~])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}
