import type { Block } from '../story-content.ts'
import { spansText } from '../story-content.ts'
import type { Lexicon } from './text-stream.ts'
import { isWord, wordsOf } from './words.ts'

/** What a block says, as far as finding it again needs it. */
export type Outline = {
  /** Equal for blocks that say the same, whatever their kind and formats. */
  readonly key: number
  /** Does it say enough to be looked for anywhere, or only (an empty block, a rule) in its place? */
  readonly distinct: boolean
  /** Numbers of its words in order; none for a picture or rule. */
  readonly words: Int32Array
  /** Those that tell one block from another: not "the", "of", "was", unless it has no others. */
  readonly telling: Int32Array
}

const SMALL_WORD = /^\p{L}\p{Ll}{0,2}$/u
/** Capitals don't make another word: a heading's are often changed. */
const bare = (word: string): string => word.toLowerCase()

const NO_WORDS = new Int32Array(0)

/** Outlines of a body. `photoName` says which picture an id means, so that one picture under two ids is one. */
export function outlinesOf(
  body: readonly Block[],
  photoName: (id: string) => string,
  lexicon: Lexicon,
): readonly Outline[] {
  return body.map((block) => {
    if (block.kind === 'rule')
      return { key: lexicon('rule\n'), distinct: false, words: NO_WORDS, telling: NO_WORDS }
    if (block.kind === 'picture') {
      return {
        key: lexicon(`picture\n${photoName(block.photo)}`),
        distinct: true,
        words: NO_WORDS,
        telling: NO_WORDS,
      }
    }
    if (block.kind === 'unknown') {
      return {
        key: lexicon(`unknown\n${JSON.stringify(block)}`),
        distinct: true,
        words: NO_WORDS,
        telling: NO_WORDS,
      }
    }
    const { spans } = block
    const text = spansText(spans)
    const rest = spans.filter((span) => 'unknown' in span).map((span) => JSON.stringify(span.unknown))
    const words = wordsOf(text).filter(isWord)
    const telling = words.filter((word) => !SMALL_WORD.test(word))
    return {
      key: lexicon(['text', text, ...rest].join('\n')),
      distinct: words.length > 0 || rest.length > 0,
      words: Int32Array.from(words, (word) => lexicon(bare(word))),
      telling: Int32Array.from(telling.length > 0 ? telling : words, (word) => lexicon(bare(word))),
    }
  })
}
