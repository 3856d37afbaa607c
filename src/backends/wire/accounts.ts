import { list, oneOf, record, text, truth, type Shape } from '../../rules/shape.ts'
import type { Invitation, Invited, Member, Session } from '../backend.ts'
import { role } from './story-answers.ts'

// What is answered about accounts.

export const gate = oneOf('signed in', 'signed out', 'not set up')

/** What an invitation's link says. */
export const invited = record<Invited>({ name: text, email: text, role, by: text })

const session = record<Session>({
  id: text,
  isThis: truth,
  device: text,
  since: text,
  lastSeen: text,
})
export const sessions: Shape<readonly Session[]> = list(session)

const member = record<Member>({
  id: text,
  name: text,
  role,
  email: text,
  isActive: truth,
})
export const members: Shape<readonly Member[]> = list(member)

const waitingKeys = {
  id: text,
  name: text,
  email: text,
  role,
  expiresAt: text,
}
export const invitations: Shape<readonly Omit<Invitation, 'link'>[]> = list(record(waitingKeys))
export const invitation = record<Invitation>({ ...waitingKeys, link: text })

export const resetLink = record({ link: text, expiresAt: text })
