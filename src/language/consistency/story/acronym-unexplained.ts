import type { Acronym } from '../facts/read-acronyms.ts'
import { flagAt } from './flag-at.ts'
import type { ReadLine, StoryCheck } from './read-story.ts'

/** An acronym that the story uses without ever saying what it stands for, at its first place in the body. */
export const acronymUnexplained: StoryCheck = ({ lines, body }) => {
  const explained = new Set<string>()
  for (const { facts } of lines) {
    for (const letters of facts.acronyms.initials) explained.add(letters)
    for (const { text, isDescribed } of facts.acronyms.acronyms) if (isDescribed) explained.add(text)
  }
  const met = new Set<string>()
  return body.flatMap((at) =>
    at.facts.acronyms.acronyms.flatMap((acronym) => {
      if (explained.has(acronym.text) || met.has(acronym.text) || isShouted(at, acronym)) return []
      met.add(acronym.text)
      return [
        flagAt(
          'acronym-unexplained',
          { at, stretch: acronym },
          `The story never says what “${acronym.text}” stands for; readers may not know it.`,
          { weight: 'advice' },
        ),
      ]
    }),
  )
}

/** A word of a dateline, or the name under which a paragraph is filed. */
const isShouted = ({ line }: ReadLine, { from, to }: Acronym): boolean =>
  from === 0 && /^\s?[:—–-]|^, |^ \(/.test(line.signs.slice(to))
