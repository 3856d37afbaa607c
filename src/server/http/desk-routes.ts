import { LIMITS } from '../../backends/wire.ts'
import { checksChange } from '../../backends/wire/check-requests.ts'
import { noticesRead } from '../../backends/wire/requests.ts'
import { readNotices } from '../../rules/read-past.ts'
import { done } from '../../rules/refusals.ts'
import { changeChecks, readKnownChecks } from '../desk/desk-checks.ts'
import { readOwnNotices } from '../desk/read-own-notices.ts'
import { reading, readPeople } from '../desk/read-story.ts'
import type { ServerDesk } from '../desk/server-desk.ts'
import { readBody } from './read-body.ts'
import type { Route } from './route.ts'

/** What can be asked about whoever works here, and about the others. */
export function deskRoutes(desk: ServerDesk): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/me',
      who: 'signed in',
      handle: async ({ signedIn }) => done(signedIn.person),
    },
    { method: 'GET', path: '/api/people', who: 'signed in', handle: () => readPeople(desk) },
    {
      method: 'GET',
      path: '/api/notices',
      who: 'signed in',
      handle: ({ signedIn }) =>
        reading(desk, ['notices'], async (transaction) =>
          done(await readNotices(transaction, signedIn.person)),
        ),
    },
    {
      method: 'POST',
      path: '/api/notices/read',
      who: 'signed in',
      async handle(request) {
        const body = await readBody(request, noticesRead)
        return body.ok ? readOwnNotices(desk, request.signedIn.person, body.value) : body
      },
    },
    {
      method: 'GET',
      path: '/api/checks',
      who: 'signed in',
      handle: ({ query }) => readKnownChecks(desk, query.get('known')),
    },
    {
      method: 'POST',
      path: '/api/checks',
      who: 'signed in',
      maxBytes: LIMITS.checks,
      async handle(request) {
        const body = await readBody(request, checksChange)
        if (!body.ok) return body
        return changeChecks(desk, request.signedIn.person, body.value, request.idempotencyKey)
      },
    },
  ]
}
