import type { Outcome } from '../../backends/backend.ts'
import { done, invalid } from '../../rules/refusals.ts'

/** Controls, and what turns the direction of the text around it. */
const UNSEEN = /[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu
const MOST_NAME = 100
const MOST_EMAIL = 254

/** A person's name as it is kept, or why it can't be. */
export function readName(typed: string): Outcome<string> {
  const name = typed.normalize('NFC').replaceAll(UNSEEN, ' ').replaceAll(/\s+/gu, ' ').trim()
  if (name === '') return invalid('Give a name: it stands on what this person writes.')
  if (Array.from(name).length > MOST_NAME)
    return invalid(`This name is too long. Take at most ${MOST_NAME} characters.`)
  return done(name)
}

/** A mail address as it is kept, the same however it was typed. */
export const foldEmail = (typed: string): string => typed.normalize('NFC').trim().toLowerCase()

/** A mail address, folded, or why it is none. Whether mail arrives there only mail can tell. */
export function readEmail(typed: string): Outcome<string> {
  const email = foldEmail(typed)
  const isAddress =
    email.length <= MOST_EMAIL && /^[^\s\p{Cc}@<>(),;:"\\[\]]+@[^\s\p{Cc}@<>(),;:"\\[\]]+$/u.test(email)
  return isAddress ? done(email) : invalid('This is not a mail address. Check it, and try again.')
}
