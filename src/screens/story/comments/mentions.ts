import type { Person } from '../../../domain/person.ts'

/** A stretch of a message, and where it begins; `person` is whom it names. */
export type Piece = { readonly text: string; readonly at: number; readonly person: Person | null }

/** Whom a message names: everybody whose name stands in it behind an "@". `picked` decides among people of one name. */
export function mentionsIn(
  text: string,
  people: readonly Person[],
  picked: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const found = piecesOf(text, people).flatMap(({ person }) =>
    person === null ? [] : [picked.get(person.name) ?? person.id],
  )
  return [...new Set(found)]
}

/** A message with the people that it names, who are some of these. */
export function piecesOf(text: string, people: readonly Person[]): readonly Piece[] {
  // The longest name first: "@Ann Smit" is not "@Ann".
  const named = people
    .filter(({ name }) => name.trim() !== '')
    .toSorted((a, b) => b.name.length - a.name.length)
  const pieces: Piece[] = []
  let plain = ''
  const endPlain = (at: number): void => {
    if (plain !== '') pieces.push({ text: plain, at: at - plain.length, person: null })
    plain = ''
  }
  for (let at = 0; at < text.length;) {
    const person = text[at] === '@' ? named.find(({ name }) => isNamedAt(text, at + 1, name)) : undefined
    if (person === undefined) {
      plain += text.charAt(at)
      at += 1
      continue
    }
    endPlain(at)
    pieces.push({ text: `@${person.name}`, at, person })
    at += 1 + person.name.length
  }
  endPlain(text.length)
  return pieces
}

/** The name that is being typed behind an "@" left of the caret, and where the "@" stands; null where none is. */
export function typedMention(
  text: string,
  caret: number,
): { readonly at: number; readonly typed: string } | null {
  const found = /(?:^|[\s(])@([\p{L}\p{M}’'-]*(?: [\p{L}\p{M}’'-]*)?)$/u.exec(text.slice(0, caret))
  return found ? { at: caret - (found[1] ?? '').length - 1, typed: found[1] ?? '' } : null
}

/** People whose name has a word that begins with what was typed, or begins with it as a whole. */
export function offeredPeople(people: readonly Person[], typed: string): readonly Person[] {
  const wanted = fold(typed)
  return people.filter(({ name }) => {
    const folded = fold(name)
    return folded.startsWith(wanted) || folded.split(/\s+/u).some((word) => word.startsWith(wanted))
  })
}

const isNamedAt = (text: string, at: number, name: string): boolean =>
  text.startsWith(name, at) && !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length))

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
