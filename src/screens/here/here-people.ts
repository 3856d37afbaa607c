import type { Person } from '../../domain/person.ts'
import type { DeskState } from '../../store/desk-state.ts'

type Here = DeskState['here']

const LIST = new Intl.ListFormat('en-GB')

/** Everybody else who has a story open, by name. */
export const othersIn = (here: Here, story: string, me: string): readonly Person[] =>
  here.flatMap((one) => (one.story === story && one.person.id !== me ? [one.person] : []))

/** Somebody at work and the stories that they have open; none where they look at the desk. */
export type PersonAtWork = { readonly person: Person; readonly stories: readonly string[] }

/** Everybody at work, once each, by name. */
export function peopleAtWork(here: Here): readonly PersonAtWork[] {
  const found = new Map<string, { readonly person: Person; readonly stories: string[] }>()
  for (const { person, story } of here) {
    const row = found.get(person.id) ?? { person, stories: [] }
    if (story !== null) row.stories.push(story)
    found.set(person.id, row)
  }
  return [...found.values()]
}

/** "Rita Reporter, Susan Sub and Kit Marsh". */
export const named = (people: readonly Person[]): string => LIST.format(people.map(({ name }) => name))

/** "Rita Reporter and Susan Sub are in this story". */
export const saidIn = (people: readonly Person[]): string =>
  `${named(people)} ${people.length === 1 ? 'is' : 'are'} in this story`
