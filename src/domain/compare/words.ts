// Scripts that are written without spaces: only a dictionary knows where their words end.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

// A word with its inner apostrophes; a number with its inner points and commas; a flag; any other character with
// what hangs on it (accents, skin tones, joined emoji).
const TOKEN =
  /[\p{L}\p{N}\p{M}_]+(?:['’][\p{L}\p{M}]+|(?<=\p{N})[.,:](?=\p{N})[\p{L}\p{N}\p{M}_]+)*|\p{Regional_Indicator}{2}|[^](?:[\p{M}\p{Emoji_Modifier}]|\u200d\p{Extended_Pictographic}?)*/gu
const WORD = /^[\p{L}\p{N}\p{M}_]/u

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * A text cut into words, spaces and signs, each a token of its own; together they are exactly the text. Words of scripts
 * without spaces are those of the dictionary that the browser has.
 */
export function wordsOf(text: string): readonly string[] {
  const tokens = text.match(TOKEN) ?? []
  if (!UNSPACED.test(text)) return tokens
  return tokens.flatMap((token) =>
    UNSPACED.test(token) ? Array.from(segmenter.segment(token), ({ segment }) => segment) : [token],
  )
}

/** Is this token a word or a number, not a space or a sign? */
export const isWord = (token: string): boolean => WORD.test(token)
