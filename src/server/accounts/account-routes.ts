import {
  acceptRequest,
  askResetRequest,
  nameRequest,
  passwordRequest,
  resetRequest,
  setUpRequest,
  signInRequest,
  tokenRequest,
} from '../../backends/wire/account-requests.ts'
import { done } from '../../rules/refusals.ts'
import { answerResponse } from '../http/answer-response.ts'
import { readBody } from '../http/read-body.ts'
import type { HttpRefusal, Reply, Route, RouteRequest } from '../http/route.ts'
import type { AccountDesk, CameIn } from './account-desk.ts'
import { hasAccounts } from './account-people.ts'
import { noSession, tooBusy } from './account-refusals.ts'
import { changeName } from './change-name.ts'
import { accept, invitation } from './invitations.ts'
import { memberRoutes } from './member-routes.ts'
import { askReset, changePassword, reset } from './new-passwords.ts'
import { RENEWAL } from './session-life.ts'
import type { SignedIn } from './session-of.ts'
import type { SessionCookie } from './session-cookie.ts'
import { setUp } from './set-up.ts'
import { signIn } from './sign-in.ts'

/** All that is asked about accounts, below /api/accounts. Tokens come in bodies, never in addresses, which servers log. */
export function accountRoutes(desk: AccountDesk, cookie: SessionCookie): readonly Route[] {
  const came = (request: RouteRequest, answer: CameIn | HttpRefusal) => cameIn(desk, cookie, request, answer)
  const gate = gateOf(desk)
  const routes: readonly Route[] = [
    { method: 'GET', path: '/api/accounts/gate', who: 'anybody', handle: gate },
    {
      method: 'POST',
      path: '/api/accounts/set-up',
      who: 'anybody',
      rate: 'sign-in',
      handle: unlessFull(desk, async (request) => {
        const body = await readBody(request, setUpRequest)
        return body.ok ? came(request, await setUp(desk, { ...body.value, ...origin(request) })) : body
      }),
    },
    {
      method: 'POST',
      path: '/api/accounts/sign-in',
      who: 'anybody',
      rate: 'sign-in',
      handle: unlessFull(desk, async (request) => {
        const body = await readBody(request, signInRequest)
        return body.ok ? came(request, await signIn(desk, { ...body.value, ...origin(request) })) : body
      }),
    },
    {
      method: 'POST',
      path: '/api/accounts/sign-out',
      who: 'anybody',
      async handle(request) {
        await endEarlier(desk, request)
        return answerResponse(done(null), {
          'set-cookie': cookie.forget(request.raw.headers),
          // What HTTP kept of the desk, and only that: what wasn't sent yet is in this browser's own storage.
          'clear-site-data': '"cache"',
        })
      },
    },
    {
      method: 'POST',
      path: '/api/accounts/invitation',
      who: 'anybody',
      rate: 'sign-in',
      async handle(request) {
        const body = await readBody(request, tokenRequest)
        return body.ok ? invitation(desk, body.value.token) : body
      },
    },
    {
      method: 'POST',
      path: '/api/accounts/accept',
      who: 'anybody',
      rate: 'sign-in',
      handle: unlessFull(desk, async (request) => {
        const body = await readBody(request, acceptRequest)
        return body.ok ? came(request, await accept(desk, { ...body.value, ...origin(request) })) : body
      }),
    },
    {
      method: 'POST',
      path: '/api/accounts/ask-reset',
      who: 'anybody',
      rate: 'sign-in',
      async handle(request) {
        const body = await readBody(request, askResetRequest)
        return body.ok ? askReset(desk, body.value.email) : body
      },
    },
    {
      method: 'POST',
      path: '/api/accounts/reset',
      who: 'anybody',
      rate: 'sign-in',
      handle: unlessFull(desk, async (request) => {
        const body = await readBody(request, resetRequest)
        return body.ok ? reset(desk, body.value) : body
      }),
    },
    {
      method: 'POST',
      path: '/api/accounts/password',
      who: 'signed in',
      handle: unlessFull(desk, async (request) => {
        const body = await readBody(request, passwordRequest)
        if (!body.ok) return body
        const changed = await changePassword(desk, request.signedIn, body.value)
        if (!changed.ok) return changed
        const { headers } = request.raw
        endConnections(desk, request.signedIn)
        return answerResponse(done(null), { 'set-cookie': await cookie.keep(changed.token, headers) })
      }),
    },
    {
      method: 'POST',
      path: '/api/accounts/name',
      who: 'signed in',
      async handle(request) {
        const body = await readBody(request, nameRequest)
        return body.ok ? changeName(desk, request.signedIn.person.id, body.value.name) : body
      },
    },
    {
      method: 'GET',
      path: '/api/accounts/sessions',
      who: 'signed in',
      handle: async ({ signedIn }) => done(await desk.sessions.list(signedIn.person.id, signedIn.session)),
    },
    {
      method: 'DELETE',
      path: '/api/accounts/sessions/:id',
      who: 'signed in',
      async handle({ params, signedIn: { person } }) {
        const session = params['id'] ?? ''
        if (!(await desk.sessions.end(desk.database, person.id, session))) return noSession()
        desk.log.info({ event: 'session ended', person: person.id, session }, 'session ended')
        desk.hub.post({ kind: 'ended', person: person.id, session })
        return done(null)
      },
    },
    ...memberRoutes(desk),
  ]
  return routes.map((route) => Object.assign(route, { maxBytes: LARGEST }))
}

/** Bytes of the largest request about accounts. */
const LARGEST = 20_000

/** Hashing a password takes long: where too many wait for that already, one more is refused before anything is looked at. */
const unlessFull =
  <Request>(
    { passwords }: AccountDesk,
    handle: (request: Request) => Promise<Reply>,
  ): ((request: Request) => Promise<Reply>) =>
  async (request) =>
    passwords.isFull ? tooBusy() : handle(request)

const origin = ({ raw, address }: RouteRequest) => ({
  address,
  userAgent: raw.headers.get('user-agent') ?? '',
})

/** What a browser has to do. A newsroom that is set up stays so: that is looked up only until then. */
function gateOf(desk: AccountDesk): (request: RouteRequest) => Promise<Reply> {
  let isSetUp = false
  return async ({ signedIn }) => {
    if (signedIn) return done('signed in')
    isSetUp ||= await hasAccounts(desk.database)
    return done(isSetUp ? 'signed out' : 'not set up')
  }
}

/** Gives the browser of somebody who came in their session's cookie, and ends the session that it had before. */
async function cameIn(
  desk: AccountDesk,
  cookie: SessionCookie,
  request: RouteRequest,
  answer: CameIn | HttpRefusal,
): Promise<Reply> {
  if (!answer.ok) return answer
  await endEarlier(desk, request)
  return answerResponse(done(answer.person), {
    'set-cookie': await cookie.keep(answer.token, request.raw.headers),
  })
}

/**
 * Closes what was opened with a session's old token, by whoever had that: soon, and not before its own browser has the new
 * one, which comes back with it at once. (It looks first whether its session still holds.)
 */
function endConnections({ hub }: AccountDesk, { person, session }: SignedIn): void {
  const tell = (): void => hub.post({ kind: 'ended', person: person.id, session })
  setTimeout(tell, RENEWAL.answered).unref()
}

async function endEarlier(desk: AccountDesk, { signedIn }: RouteRequest): Promise<void> {
  if (!signedIn) return
  const { person, session } = signedIn
  await desk.sessions.end(desk.database, person.id, session)
  desk.log.info({ event: 'signed out', person: person.id, session }, 'signed out')
  desk.hub.post({ kind: 'ended', person: person.id, session })
}
