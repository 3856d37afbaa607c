import { activeRequest, inviteRequest, roleRequest } from '../../backends/wire/account-requests.ts'
import { readBody } from '../http/read-body.ts'
import type { Route } from '../http/route.ts'
import type { AccountDesk } from './account-desk.ts'
import { invitations, invite, revoke } from './invitations.ts'
import { members, setActive, setRole } from './members.ts'
import { resetLink } from './new-passwords.ts'

/** What chiefs ask about the people of their newsroom. */
export const memberRoutes = (desk: AccountDesk): readonly Route[] => [
  { method: 'GET', path: '/api/accounts/members', who: 'chief', handle: () => members(desk) },
  {
    method: 'POST',
    path: '/api/accounts/members/:id/role',
    who: 'chief',
    async handle(request) {
      const body = await readBody(request, roleRequest)
      if (!body.ok) return body
      return setRole(desk, request.signedIn.person, request.params['id'] ?? '', body.value.role)
    },
  },
  {
    method: 'POST',
    path: '/api/accounts/members/:id/active',
    who: 'chief',
    async handle(request) {
      const body = await readBody(request, activeRequest)
      if (!body.ok) return body
      return setActive(desk, request.signedIn.person, request.params['id'] ?? '', body.value.isActive)
    },
  },
  {
    method: 'POST',
    path: '/api/accounts/members/:id/reset-link',
    who: 'chief',
    rate: 'invites',
    handle: ({ signedIn, params }) => resetLink(desk, signedIn.person, params['id'] ?? ''),
  },
  { method: 'GET', path: '/api/accounts/invitations', who: 'chief', handle: () => invitations(desk) },
  {
    method: 'POST',
    path: '/api/accounts/invitations',
    who: 'chief',
    rate: 'invites',
    async handle(request) {
      const body = await readBody(request, inviteRequest)
      return body.ok ? invite(desk, request.signedIn.person, body.value) : body
    },
  },
  {
    method: 'DELETE',
    path: '/api/accounts/invitations/:id',
    who: 'chief',
    handle: ({ signedIn, params }) => revoke(desk, signedIn.person, params['id'] ?? ''),
  },
]
