import type { BarePossessive } from '../facts/read-possessives.ts'
import { folded } from '../words.ts'
import { flagAt } from './flag-at.ts'
import { isWhole, surnameOf } from './introductions.ts'
import type { ReadStory, StoryCheck } from './read-story.ts'

/** A name with an s where its possessive is meant: "Frances President", "NATOs Heads", "Macrons office". */
export const possessiveMissing: StoryCheck = (story) => {
  const people = new Set<string>()
  const written = new Set<string>()
  for (const { facts } of story.lines) {
    for (const name of facts.names) {
      if (name.isPossessive) written.add(surnameOf(name))
      if (isWhole(name) && name.isPerson) people.add(surnameOf(name))
    }
  }
  const apostrophe = apostropheOf(story)
  return story.lines.flatMap((at) =>
    at.facts.possessives.flatMap((found) => {
      if (!isMeant(found, people, written)) return []
      const right = `${found.base}${apostrophe}s`
      const words = at.line.signs.slice(found.from, found.to)
      return [
        flagAt(
          'possessive-missing',
          { at, stretch: found },
          `“${words}” before “${found.next}” lacks the apostrophe of a possessive.`,
          { fixes: [right] },
        ),
      ]
    }),
  )
}

function isMeant(
  { sort, base }: BarePossessive,
  people: ReadonlySet<string>,
  written: ReadonlySet<string>,
): boolean {
  if (sort !== 'unknown') return true
  const key = folded(base)
  // "Williams" is a surname itself, though "William" may be another's.
  return (people.has(key) && !people.has(`${key}s`)) || (written.has(key) && !people.has(`${key}s`))
}

/** The form of apostrophe that most of the story has; the curly one where it has none. */
function apostropheOf({ lines }: ReadStory): string {
  let curly = 0
  for (const { facts } of lines) for (const { isCurly } of facts.quotes.singles) curly += isCurly ? 1 : -1
  return curly >= 0 ? '’' : "'"
}
