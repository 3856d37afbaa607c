import type { Lexicon, Tokens } from '../compare/text-stream.ts'
import { BORDER, SIGN, SPACE, WORD } from '../compare/text-stream.ts'
import { isWord, wordsOf } from '../compare/words.ts'
import { sameJson } from '../json.ts'
import type { Thing, Units } from './text-units.ts'

/**
 * Units cut into words, spaces, signs and things. All blocks that hold words begin with the same token, so that another
 * kind is a change of keys; a picture or the like is its own.
 */
export function unitTokens({ text, things }: Units, lexicon: Lexicon): Tokens {
  const words: string[] = []
  const keys: number[] = []
  const classes: number[] = []
  const add = (part: string): void => {
    for (const word of wordsOf(part)) {
      words.push(word)
      keys.push(lexicon(word))
      classes.push(word.trim() === '' ? SPACE : isWord(word) ? WORD : SIGN)
    }
  }
  let from = 0
  for (const [at, thing] of things) {
    add(text.slice(from, at))
    words.push(text.charAt(at))
    keys.push(lexicon(`thing\n${nameOf(thing)}`))
    classes.push(isBorder(thing) ? BORDER : SIGN)
    from = at + 1
  }
  add(text.slice(from))
  const starts = new Int32Array(words.length + 1)
  for (const [index, word] of words.entries()) starts[index + 1] = (starts[index] ?? 0) + word.length
  return { keys: Int32Array.from(keys), classes: Uint8Array.from(classes), starts }
}

const nameOf = (thing: Thing): string =>
  thing.type === 'embed'
    ? `embed ${JSON.stringify(thing.value)}`
    : thing.atom
      ? `atom ${JSON.stringify(thing.keys)}`
      : 'start'

const isBorder = (thing: Thing): boolean => thing.type === 'head' || sameJson(thing.value, { br: 1 })
