import type { StoryContent } from './story-content.ts'
import { spansText } from './story-content.ts'
import { bylineText } from './byline.ts'

// What Unicode does not take apart, though everybody types it so.
const ALIKE: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
}

/** Text without case and accents, and with the plain forms of quotes: both sides of a search are folded alike. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  // eslint-disable-next-line no-control-regex -- the range is ASCII itself
  if (/^[\x00-\x7f]*$/.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħı’‘“”‐‑]/g, (character) => ALIKE[character] ?? character)
}

/** All that a story can be found by, folded: headline, dek, slug, byline, body. */
export function searchTextOf(content: StoryContent): string {
  const body = content.body.map((block) => ('spans' in block ? spansText(block.spans) : ''))
  return foldText(
    [
      spansText(content.headline),
      spansText(content.dek),
      content.fields.slug,
      bylineText(content.authors, content.fields.organisation),
      ...body,
    ].join('\n'),
  )
}

/** The folded words of what somebody typed into the search box. */
export function searchWords(search: string): readonly string[] {
  return foldText(search)
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** Whether every word stands in a folded text, as a part of a word. */
export function matchesSearch(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}
