import * as z from 'zod/mini'
import { LIMITS } from '../wire.ts'
import { hasNoNul, role } from './requests.ts'

// What is asked about accounts. What a good name or password is, the server says, in words for people.

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
export const nameRequest = z.strictObject({ name })
export const askResetRequest = z.strictObject({ email })
export const resetRequest = z.strictObject({ token, password })
export const inviteRequest = z.strictObject({ name, email, role })
export const roleRequest = z.strictObject({ role })
export const activeRequest = z.strictObject({ isActive: z.boolean() })
