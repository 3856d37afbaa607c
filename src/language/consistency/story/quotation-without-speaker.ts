import { flagAt } from './flag-at.ts'
import type { ReadLine, StoryCheck } from './read-story.ts'

/** A quoted sentence in a paragraph that gives nobody's name to it, between paragraphs that don't either. */
export const quotationWithoutSpeaker: StoryCheck = ({ body }) => {
  // Whoever spoke in the paragraph before goes on in one that is nothing but a quotation.
  let isSpeaking = false
  return body.flatMap((at, index) => {
    const { speech, names, quotes } = at.facts
    const before = isSpeaking
    const gives =
      speech.attributes ||
      (quotes.quotations.length > 0 &&
        !speech.isAllQuoted &&
        names.some(({ isPerson, isQuoted }) => isPerson && !isQuoted))
    isSpeaking = gives || (speech.isAllQuoted && before) || mentionsSomebody(at)
    if (!speech.sentence || gives || before || body[index + 1]?.facts.speech.attributes === true) return []
    return [
      flagAt(
        'quotation-without-speaker',
        { at, stretch: speech.sentence },
        'Nobody is said to have spoken these words, neither here nor in the paragraphs beside it.',
        { weight: 'advice' },
      ),
    ]
  })
}

/** A paragraph about one person leads to what they say. */
const mentionsSomebody = ({ facts }: ReadLine): boolean =>
  !facts.speech.isAllQuoted && facts.names.some(({ isPerson, isQuoted }) => isPerson && !isQuoted)
