import type { KnownWords } from './speller.ts'

/**
 * Words that are right. A capital in one must be there, small letters match either: "Zelensky" allows ZELENSKY in a
 * headline but not zelensky, "livestream" allows Livestream. Of names of several words each word is right, and of words with hyphens each part.
 */
export function knownWords(words: Iterable<string>): KnownWords {
  const forms = new Map<string, string[]>()
  for (const entry of words) {
    for (const word of entry.split(/[\s-]+/u)) {
      const form = plain(word)
      if (form === '') continue
      const key = form.toLowerCase()
      const others = forms.get(key)
      if (!others) forms.set(key, [form])
      else if (!others.includes(form)) others.push(form)
    }
  }
  return {
    isKnown(word) {
      const form = plain(word)
      return forms.get(form.toLowerCase())?.some((known) => allows(known, form)) ?? false
    },
  }
}

const plain = (word: string): string => word.normalize('NFC').replaceAll('’', "'")

function allows(known: string, word: string): boolean {
  if (known === word) return true
  const letters = word.split('')
  const wanted = known.split('')
  return (
    letters.length === wanted.length &&
    wanted.every((letter, index) => letter === letters[index] || letter.toUpperCase() === letters[index])
  )
}
