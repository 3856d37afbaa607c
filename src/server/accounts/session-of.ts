import type { Person } from '../../domain/person.ts'

/** Who is signed in, and the id of their session. */
export type SignedIn = { readonly person: Person; readonly session: string }

/** Whose session a request's headers carry; null where there is none, it has expired, or the person is not active. */
export type SessionOf = (headers: Headers) => Promise<SignedIn | null>
