import type { EditorState } from '@tiptap/pm/state'
import { isSeam } from '../binding/units.ts'
import { struckIn } from '../suggest/suggestion-marks.ts'
import { drawnSuggestions } from '../suggest/drawn-suggestions.ts'

/** What is looked for. */
export type FindQuery = {
  readonly words: string
  readonly matchCase: boolean
  readonly wholeWords: boolean
}

/** A place in a document where it stands. */
export type Found = { readonly from: number; readonly to: number }

const WORD = /[\p{L}\p{N}\p{M}_]/u

/** Where the words stand, in reading order, within blocks; words that are to be deleted are no words. */
export function findWords(state: EditorState, { words, matchCase, wholeWords }: FindQuery): readonly Found[] {
  if (words === '') return []
  const found: Found[] = []
  const same = (sign: string): string => (matchCase ? sign : lower(sign))
  const wanted = same(words)
  const struck = struckIn(drawnSuggestions(state), 0, state.doc.content.size).filter(
    ({ layer }) => layer === 'delete',
  )
  let next = 0
  state.doc.forEach((block, pos) => {
    if (!block.isTextblock) return
    let text = ''
    const places: number[] = []
    block.forEach((child, offset) => {
      const start = pos + 1 + offset
      if (isSeam(child)) return
      const signs = child.isText ? (child.text ?? '') : '\n'
      for (let k = 0; k < signs.length; k++) {
        while ((struck[next]?.to ?? Infinity) <= start + k) next += 1
        if ((struck[next]?.from ?? Infinity) <= start + k) continue
        text += signs.charAt(k)
        places.push(start + k)
      }
    })
    const plain = same(text)
    for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + wanted.length)) {
      const [first, last] = [places[at], places[at + wanted.length - 1]]
      if (wholeWords && !isWhole(text, at, at + wanted.length)) continue
      if (first !== undefined && last !== undefined) found.push({ from: first, to: last + 1 })
    }
  })
  return found
}

/** In small letters, as long as it was: some letters have two in their place ("İ"). */
const lower = (text: string): string => {
  const small = text.toLowerCase()
  return small.length === text.length
    ? small
    : text.replaceAll(/./gsu, (sign) =>
        sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign,
      )
}

function isWhole(text: string, from: number, to: number): boolean {
  const [before, after] = [text.slice(0, from), text.slice(to)]
  const [first, last] = [
    text.slice(from, to).match(/^./su)?.[0] ?? '',
    text.slice(from, to).match(/.$/su)?.[0] ?? '',
  ]
  const joins = (a: string, b: string): boolean => WORD.test(a) && WORD.test(b)
  return !joins(before.match(/.$/su)?.[0] ?? '', first) && !joins(last, after.match(/^./su)?.[0] ?? '')
}
