import { folded, wordsOf } from '../words.ts'
import { photoLines } from './captions.ts'
import { creditFrom } from './caption-credit-place.ts'
import { flagAt } from './flag-at.ts'
import type { StoryCheck } from './read-story.ts'

/** So much of the one has to be in the other. */
const SHARE = 0.85

/** Alt text that says what the caption says: whoever hears the page read hears it twice. */
export const altRepeatsCaption: StoryCheck = (story) =>
  photoLines(story).flatMap(({ alt, caption }) => {
    if (!alt || !caption) return []
    const one = wordsIn(alt.line.signs)
    const two = wordsIn(caption.line.signs.slice(0, creditFrom(caption.line.signs)))
    if (one.length < 3 || commonWords(one, two) < SHARE * one.length) return []
    // A short alt text shares its few words with a long caption by chance; in the caption's own order it repeats it.
    if (one.length < two.length * 0.6 && !` ${two.join(' ')} `.includes(` ${one.join(' ')} `)) return []
    return [
      flagAt(
        'alt-repeats-caption',
        { at: alt, stretch: { from: 0, to: alt.line.signs.length } },
        'The alt text only repeats the caption. Whoever can’t see the picture needs to hear what it shows.',
        { weight: 'advice', also: [{ at: caption, stretch: { from: 0, to: caption.line.signs.length } }] },
      ),
    ]
  })

const wordsIn = (signs: string): readonly string[] =>
  wordsOf(signs).map(({ text }) => folded(text).replace(/['’.]/g, ''))

function commonWords(one: readonly string[], two: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of two) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of one) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    common += 1
  }
  return common
}
