import { UNREAD } from '../../domain/checks/checked-story.ts'
import { sentencesOf } from '../sentences.ts'

/** A word of a line, as spelling looks at it: without the possessive at its end. */
export type SpelledWord = {
  readonly from: number
  readonly to: number
  /** What stands there, with letters and their accents as one. */
  readonly word: string
  /** The word before it in the same sentence, or ''. */
  readonly after: string
  /** Does it begin a sentence, or what someone says? Then its capital says nothing. */
  readonly isFirst: boolean
  /** Is it a part of something with hyphens? */
  readonly isPart: boolean
}

/** What has no blank in it, and is one thing: a word with all that sticks to it, an address, a figure. */
const CHUNK = new RegExp(`[^\\s${UNREAD}—–]+`, 'gu')
/** In these spelling has nothing to say: addresses, names of accounts, tags, paths, what has figures in it. */
const NO_WORDS = /[@#/\\_\d=<>]|:\/\/|\p{L}\.\p{L}|^www\./u
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu
/** Most words: letters without accents, and marks behind them. */
const PLAIN = /^(?!www\.)([A-Za-z]+)[,.;:!?]*$/
const OPENED = /["“‘'(«:[]$/u

/** The words of a line that spelling can say something about, in order. */
export function wordsOfLine(signs: string): readonly SpelledWord[] {
  const starts = new Set(sentencesOf(signs).map(({ from }) => from))
  const found: SpelledWord[] = []
  let isFirst = true
  let after = ''
  for (const { 0: chunk, index } of signs.matchAll(CHUNK)) {
    if (starts.has(index)) isFirst = true
    const isTouched = signs[index - 1] === UNREAD || signs[index + chunk.length] === UNREAD
    const only = PLAIN.exec(chunk)?.[1]
    if (isTouched || (only === undefined && NO_WORDS.test(chunk))) {
      isFirst = false
      after = ''
      continue
    }
    const isPart = only === undefined && /\p{L}[-‐‑]\p{L}/u.test(chunk)
    for (const { word, at } of only === undefined ? wordsIn(chunk) : [{ word: only, at: 0 }]) {
      const from = index + at
      const base = only ?? withoutPossessive(word)
      const opens = at > 0 && OPENED.test(chunk.slice(0, at))
      const isStart = isFirst || opens
      const plain = only ?? base.normalize('NFC')
      found.push({
        from,
        to: from + base.length,
        word: plain,
        after: isStart ? '' : after,
        isFirst: isStart,
        isPart,
      })
      after = plain
      isFirst = false
    }
  }
  return found
}

const wordsIn = (chunk: string): readonly { readonly word: string; readonly at: number }[] =>
  Array.from(chunk.matchAll(WORD), ({ 0: word, index: at }) => ({ word, at }))

/** "Macron’s" is Macron; what only ends in an apostrophe loses it by not being part of a word. */
function withoutPossessive(word: string): string {
  return word.replace(/['’]s$/iu, '')
}
