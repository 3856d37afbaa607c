import * as z from 'zod/mini'
import type { Invitation, Member, Session } from '../backend.ts'
import { LIMITS } from '../wire.ts'
import { hasNoNul, role } from './story-answers.ts'

// What is asked and answered about accounts. What a good name or password is, the server says, in words for people.

const name = z.string().check(z.maxLength(LIMITS.name))
const email = z.string().check(z.maxLength(254), hasNoNul)
const password = z.string().check(z.maxLength(1000))
const token = z.string().check(z.maxLength(500))

export const setUpRequest = z.strictObject({ code: token, name, email, password })
export const signInRequest = z.strictObject({ email, password })
/** Asks what an invitation says. */
export const tokenRequest = z.strictObject({ token })
export const acceptRequest = z.strictObject({ token, name, password })
export const passwordRequest = z.strictObject({ current: password, next: password })
export const askResetRequest = z.strictObject({ email })
export const resetRequest = z.strictObject({ token, password })
export const inviteRequest = z.strictObject({ name, email, role })
export const roleRequest = z.strictObject({ role })
export const activeRequest = z.strictObject({ isActive: z.boolean() })

export const gate = z.enum(['signed in', 'signed out', 'not set up'])

/** What an invitation's link says. */
export const invited = z.object({ name: z.string(), email: z.string(), role, by: z.string() })

const session: z.ZodMiniType<Session> = z.object({
  id: z.string(),
  isThis: z.boolean(),
  device: z.string(),
  since: z.string(),
  lastSeen: z.string(),
})
export const sessions: z.ZodMiniType<readonly Session[]> = z.array(session)

const member: z.ZodMiniType<Member> = z.object({
  id: z.string(),
  name: z.string(),
  role,
  email: z.string(),
  isActive: z.boolean(),
})
export const members: z.ZodMiniType<readonly Member[]> = z.array(member)

const waitingKeys = {
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  expiresAt: z.string(),
}
export const invitations: z.ZodMiniType<readonly Omit<Invitation, 'link'>[]> = z.array(z.object(waitingKeys))
export const invitation: z.ZodMiniType<Invitation> = z.object({ ...waitingKeys, link: z.string() })

export const resetLink = z.object({ link: z.string(), expiresAt: z.string() })
