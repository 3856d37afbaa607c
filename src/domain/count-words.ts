import type { Block, Span, StoryContent } from './story-content.ts'

/** What the counters show. Notes are for the desk's eyes and count for nothing. */
export type Counts = {
  /** What stands between white space, as a newsroom counts. */
  readonly words: number
  /** Characters as a reader counts them (grapheme clusters), spaces among them. */
  readonly characters: number
  /** Places marked TK, TKTK or TK TK ("to come"). */
  readonly tks: number
}

const NOTHING: Counts = { words: 0, characters: 0, tks: 0 }

// Letters, signs and punctuation below the combining marks, and the quotes, dashes and currencies of news copy:
// here one code unit is one cluster, so the slow segmenter is not asked.
const SIMPLE = /^[\n\x20-\x7e\xa0-\u02ff\u2010-\u2027\u20a0-\u20bf]*$/
const TK = /(?<![\p{L}\p{N}_])TK(?:TK)*(?:[^\S\n]+TK(?:TK)*)*(?![\p{L}\p{N}_])/gu

/** Made when it is first asked: that takes as long as to count a story, and few are not simple. */
let segmenter: Intl.Segmenter | null = null

/** Words of a text: runs of anything but white space. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}

/** Characters of a text as a reader counts them. */
export function countCharacters(text: string): number {
  if (SIMPLE.test(text)) return text.length
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  let count = 0
  for (const _ of segmenter.segment(text)) count += 1
  return count
}

/** Places that are marked as "to come": TK as a whole word, in capitals; "TK TK" is one place. */
export function countTks(text: string): number {
  return text.includes('TK') ? (text.match(TK)?.length ?? 0) : 0
}

/** Where those places are, as ranges of the text. */
export function findTks(text: string): readonly { readonly from: number; readonly to: number }[] {
  if (!text.includes('TK')) return []
  return Array.from(text.matchAll(TK), ({ index, 0: found }) => ({ from: index, to: index + found.length }))
}

/** All three at once, for a text that has no marks. */
export function countText(text: string): Counts {
  return text === ''
    ? NOTHING
    : { words: countWords(text), characters: countCharacters(text), tks: countTks(text) }
}

/** What spans say to a reader: without notes; a line break is "\n". */
export function readerText(spans: readonly Span[]): string {
  let text = ''
  for (const span of spans) {
    if (span.marks.note) continue
    text += 'text' in span ? span.text : 'lineBreak' in span ? '\n' : ''
  }
  return text
}

export const countSpans = (spans: readonly Span[]): Counts => countText(readerText(spans))

export function addCounts(a: Counts, b: Counts): Counts {
  return { words: a.words + b.words, characters: a.characters + b.characters, tks: a.tks + b.tks }
}

/** Counts of a row of blocks; pictures and rules count nothing. Blocks are apart, so words never join over them. */
export function countBlocks(blocks: readonly Block[]): Counts {
  return blocks.reduce(
    (sum, block) => ('spans' in block ? addCounts(sum, countSpans(block.spans)) : sum),
    NOTHING,
  )
}

/**
 * What the story page and the desk show of a story: words and characters of the body, and the TKs of all that
 * readers will see, so that no "By TK" goes out.
 */
export function countStory(content: StoryContent): Counts {
  const body = countBlocks(content.body)
  const elsewhere = [
    readerText(content.headline),
    readerText(content.dek),
    ...content.authors.map((author) => author.name),
    content.fields.organisation,
    content.fields.place,
    ...content.photos.flatMap((photo) => [photo.alt, readerText(photo.caption), photo.credit]),
  ]
  return { ...body, tks: elsewhere.reduce((sum, text) => sum + countTks(text), body.tks) }
}

/** Minutes to read so many words at a speed in words a minute, rounded up; 0 only for no words. */
export function readingMinutes(words: number, wordsPerMinute: number): number {
  return Math.ceil(words / wordsPerMinute)
}
