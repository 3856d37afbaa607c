import type { Refusal } from '../../backends/backend.ts'
import type { HttpRefusal } from '../http/route.ts'

// What is refused about accounts, in words for people. None of it tells a stranger whether an account exists.

const notAllowed = (message: string): Refusal => ({ ok: false, reason: 'not allowed', message })

export const wrongPassword = (): Refusal =>
  notAllowed(
    'This address and password don’t belong together. Check both, and try again. If you have forgotten your password, ask for a link to set a new one.',
  )

export const deactivated = (): Refusal =>
  notAllowed(
    'This account was deactivated. What you wrote is safe. Ask a chief of your newsroom to let you in again.',
  )

/** `wait` in milliseconds. */
export const tooManyTries = (wait: number): HttpRefusal => ({
  ...notAllowed(
    `There were too many tries that failed, so the next one has to wait ${inWords(wait)}. Nothing was changed, and the account is safe.`,
  ),
  status: 429,
  retryAfter: Math.ceil(wait / 1000),
})

function inWords(wait: number): string {
  const seconds = Math.ceil(wait / 1000)
  if (seconds < 60) return seconds === 1 ? 'a second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}

export const tooBusy = (): HttpRefusal => ({
  ...notAllowed(
    'Too many people are coming in at once. Nothing was changed. Wait some seconds, then try again.',
  ),
  status: 429,
  retryAfter: 10,
})

export const alreadySetUp = (): Refusal =>
  notAllowed('This newsroom is set up already. Sign in, or ask a chief to invite you.')

export const wrongCode = (): Refusal =>
  notAllowed(
    'This is not the code that the server printed. Look for it where the server was started: it is new at each start, and holds for a day. Nothing was changed.',
  )

export const deadInvitation = (): Refusal => ({
  ok: false,
  reason: 'not found',
  message:
    'This invitation can’t be used: the link is not whole, or it was taken back. Ask whoever invited you for a new one.',
})

export const usedInvitation = (): Refusal => ({
  ok: false,
  reason: 'stale',
  message: 'This invitation was taken up already. If that was you, sign in with your address and password.',
})

export const expiredInvitation = (): Refusal => ({
  ok: false,
  reason: 'stale',
  message: 'This invitation has expired. Ask whoever invited you for a new one.',
})

export const deadReset = (): Refusal => ({
  ok: false,
  reason: 'not found',
  message:
    'This link can’t be used: it is not whole, was used already, or has expired. Your password is unchanged. Ask for a new link.',
})

export const noMail = (): Refusal =>
  notAllowed(
    'This newsroom’s server sends no mail. Ask a chief: they can give you a link to set a new password.',
  )

export const wrongCurrent = (): Refusal =>
  notAllowed('The current password is not right, so nothing was changed. Try again.')

export const noSession = (): Refusal => ({
  ok: false,
  reason: 'not found',
  message: 'This session has ended already.',
})

export const noPerson = (): Refusal => ({
  ok: false,
  reason: 'not found',
  message: 'There is nobody like that in this newsroom. Reload the page to see who is.',
})

export const noInvitation = (): Refusal => ({
  ok: false,
  reason: 'not found',
  message: 'This invitation is gone: it was taken up, taken back, or has expired.',
})

export const notChief = (): Refusal =>
  notAllowed('Only a chief may do that. Nothing was changed. Reload the page to see what you may do.')

export const lastChief = (): Refusal =>
  notAllowed(
    'This is the last active chief. Nothing was changed, because without one nobody could invite people or publish. Make somebody else a chief first.',
  )

export const addressTaken = (name: string, isActive: boolean): Refusal => ({
  ok: false,
  reason: 'invalid',
  message: isActive
    ? `${name} has an account with this address already. Nobody was invited.`
    : `${name} has an account with this address, which was deactivated. Reactivate it instead. Nobody was invited.`,
})

export const isDeactivated = (name: string): Refusal =>
  notAllowed(`${name} was deactivated, so a new password wouldn’t let them in. Reactivate them first.`)
