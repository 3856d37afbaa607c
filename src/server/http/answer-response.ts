import type { Outcome } from '../../backends/backend.ts'
import type { HttpRefusal } from './route.ts'

const STATUS = {
  'not found': 404,
  'not allowed': 403,
  stale: 409,
  invalid: 422,
  // Something that is stored can't be read: it is the server's failure, and monitoring has to see it.
  damaged: 500,
  storage: 503,
} as const

/** An outcome as the API sends it: JSON, never kept by a cache, with the HTTP status that follows from it. */
export function answerResponse(
  outcome: Outcome<unknown> | HttpRefusal,
  more: Readonly<Record<string, string>> = {},
): Response {
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...more,
  })
  if (outcome.ok) return new Response(JSON.stringify(outcome), { status: 200, headers })
  const { status, retryAfter, ...refusal } = outcome as HttpRefusal
  // What is still coming isn't read, so nothing else can come on this connection.
  if (status === 413) headers.set('connection', 'close')
  if (retryAfter !== undefined) headers.set('retry-after', String(Math.ceil(retryAfter)))
  return new Response(JSON.stringify(refusal), { status: status ?? statusOf(refusal), headers })
}

/** The status of a refusal. */
const statusOf = ({ reason, signedOut }: HttpRefusal): number => (signedOut ? 401 : STATUS[reason])
