import { PASSWORD_LENGTH } from '../../domain/password.ts'
import { NO_NAME } from '../roles.ts'
import type { Check } from './use-fields.ts'

/** What a new password has to be, said before it is typed. */
export const PASSWORD_HINT = `At least ${PASSWORD_LENGTH.least} characters; a few words in a row make a good one.`

export const named: Check = (name) => (name.trim() === '' ? NO_NAME : '')

export const filled =
  (problem: string): Check =>
  (value) =>
    value.trim() === '' ? problem : ''

/** Only what can't be an address is refused: the rest shows when mail is sent. */
export const emailed: Check = (email) =>
  /^\S+@\S+$/u.test(email.trim()) ? '' : 'Enter an e-mail address, such as jane@example.com.'

export const longEnough: Check = (password) => {
  const length = Array.from(password).length
  if (length < PASSWORD_LENGTH.least)
    return `Enter at least ${PASSWORD_LENGTH.least} characters; this has ${length}.`
  return length > PASSWORD_LENGTH.most ? `Enter at most ${PASSWORD_LENGTH.most} characters.` : ''
}
