import { addressGroup } from '../accounts/address-group.ts'
import type { SessionOf } from '../accounts/session-of.ts'
import type { CountRequest } from './rate-limits.ts'
import type { HttpRefusal, Reply, Route, RouteRequest } from './route.ts'
import { isSameOrigin } from './same-origin.ts'

export type Gate = {
  readonly sessionOf: SessionOf
  readonly count: CountRequest
  /** The desk's public address. */
  readonly origin: string
}

const signedOut = (): HttpRefusal => ({
  ok: false,
  reason: 'not allowed',
  message: 'You are not signed in. Sign in to go on; what isn’t sent yet is kept in this browser.',
  signedOut: true,
})

const notChief = (): HttpRefusal => ({
  ok: false,
  reason: 'not allowed',
  message: 'Only a chief can do this. Ask one of yours.',
})

const foreign = (origin: string): HttpRefusal => ({
  ok: false,
  reason: 'not allowed',
  message: `This request didn’t come from ${origin}, so nothing was changed. Open Stet at that address. (Whoever runs the server sets it with STET_URL.)`,
})

/**
 * Lets a request through to its route, or refuses it: a change has to come from the desk's own pages, then there has to be
 * a session, of a chief where that is asked for, and not too many requests. Nothing of the request but its headers is
 * looked at before all that, so that a refusal says nothing of what is on the desk.
 */
export async function askRoute(
  route: Route,
  request: Omit<RouteRequest, 'signedIn'>,
  { sessionOf, count, origin }: Gate,
  passed: (handle: () => Promise<Reply>) => Promise<Reply>,
): Promise<Reply> {
  const { headers } = request.raw
  const isChange = route.method !== 'GET'
  if (isChange && !isSameOrigin(headers, origin)) return foreign(origin)
  const signedIn = await sessionOf(headers)
  if (route.who !== 'anybody') {
    if (!signedIn) return signedOut()
    if (route.who === 'chief' && signedIn.person.role !== 'chief') return notChief()
  }
  const kind = route.rate ?? (isChange ? 'writes' : null)
  if (kind) {
    const place = addressGroup(request.address)
    const who = kind === 'sign-in' ? place : (signedIn?.person.id ?? place)
    const refusal = await count(kind, who)
    if (refusal) return refusal
  }
  if (route.who === 'anybody') return passed(() => route.handle({ ...request, signedIn }))
  return signedIn ? passed(() => route.handle({ ...request, signedIn })) : signedOut()
}
