/** Somebody with an account on this desk. Reporters write; sub-editors also review; a chief may do all. */
export type Role = 'reporter' | 'sub-editor' | 'chief'

export type Person = {
  /** Random, never reused. */
  readonly id: string
  readonly name: string
  readonly role: Role
}

/** The name of each role as people read it. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  reporter: 'Reporter',
  'sub-editor': 'Sub-editor',
  chief: 'Chief',
}

/** A colour of the eight that people have. */
export type PersonColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** One of eight colours for carets, faces and changes: the same person has the same colour everywhere. */
export function personColour(id: string): PersonColour {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  return ((sum % 8) + 1) as PersonColour
}
