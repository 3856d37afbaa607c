import { spansText, type StoryContent } from '../../src/domain/story-content.ts'
import type { Piece, Recognition } from '../../src/formats/recognition.ts'
import { lineText } from '../../src/formats/source-line.ts'

const EDGE = /^[()[\],;:|]+|[()[\],;:|]+$/g

/** Words between blanks, without the separators that the rules name; invisible characters are no part of a word, bullets words of their own. */
export function tokens(text: string): readonly string[] {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[•‣◦▪●■]/gu, ' $& ')
    .split(/\s+/)
    .map((token) => token.replace(EDGE, ''))
    .filter((token) => token !== '')
}

/** The same tokens, each as often. */
export const sorted = (list: readonly string[]): readonly string[] => [...list].sort()

export const pieceText = (piece: Piece): string => spansText(piece.spans)

/** Every word of a text or of a recognition's lines, in order. */
export const lineTokens = ({ lines }: Recognition): readonly string[] =>
  lines.flatMap((line) => tokens(lineText(line)))

export const pieceTokens = ({ pieces }: Recognition): readonly string[] =>
  pieces.flatMap((piece) => tokens(pieceText(piece)))

/** Every word that a story holds anywhere; its date as a plain date. */
export function contentTokens(content: StoryContent): readonly string[] {
  const { fields } = content
  return [
    spansText(content.headline),
    spansText(content.dek),
    ...content.body.map((block) => ('spans' in block ? spansText(block.spans) : '')),
    ...content.authors.flatMap(({ name, role }) => [name, role]),
    ...content.photos.flatMap(({ alt, caption, credit }) => [alt, spansText(caption), credit]),
    fields.organisation,
    fields.place,
    fields.date,
    fields.source,
    fields.section,
    fields.slug,
    ...fields.keywords,
    fields.deskNote,
  ].flatMap(tokens)
}

/** What a story of `date` made of these pieces must hold: all that is not left out; its date as a date, others as words. */
export const expectedTokens = ({ pieces }: Recognition, date: string): readonly string[] =>
  pieces
    .filter((piece) => piece.target !== 'left out')
    .flatMap((piece) => {
      if (piece.target === 'date' && date !== '' && piece.date === date) return [date]
      // Commas separate keywords, with a blank or without.
      return tokens(piece.target === 'keywords' ? pieceText(piece).replace(/[,;|]/g, ' ') : pieceText(piece))
    })

/** Ids "1", "2", … */
export function counter(): () => string {
  let next = 0
  return () => String(++next)
}
