import type { Role } from '../domain/person.ts'
import { ROLE_NAMES } from '../domain/person.ts'

export const ROLE_OPTIONS: readonly { readonly value: Role; readonly label: string }[] = [
  { value: 'reporter', label: ROLE_NAMES.reporter },
  { value: 'sub-editor', label: ROLE_NAMES['sub-editor'] },
  { value: 'chief', label: ROLE_NAMES.chief },
]

/** What each role may do, in a sentence. */
export const ROLE_RIGHTS: Readonly<Record<Role, string>> = {
  reporter: 'Writes stories and submits them.',
  'sub-editor': 'Writes, and reviews what others submit.',
  chief: 'Writes and reviews, publishes, spikes, and manages people.',
}

export const NO_NAME = 'Enter your name: it stands beside what you write and change.'
