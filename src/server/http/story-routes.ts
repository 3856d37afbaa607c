import type { ListQuery } from '../../backends/backend.ts'
import { LIMITS, toBase64 } from '../../backends/wire.ts'
import { action, decisions, newStory, redecisions } from '../../backends/wire/requests.ts'
import { readVerdicts, readVersion, readVersions, VERSION_STORES } from '../../rules/read-past.ts'
import { done, invalid, refusingFailures } from '../../rules/refusals.ts'
import { actOnStory } from '../desk/act-on-story.ts'
import { addStory } from '../desk/add-story.ts'
import type { ApplyEffect } from '../desk/decide-suggestions.ts'
import { decideSuggestions } from '../desk/decide-suggestions.ts'
import { readEvents, reading, readRaw, readRecord, readSource, readStoryCopy } from '../desk/read-story.ts'
import { redecideSuggestions } from '../desk/redecide-suggestions.ts'
import type { ServerDesk } from '../desk/server-desk.ts'
import { listStoriesSql } from '../storage/list-stories-sql.ts'
import { readBody } from './read-body.ts'
import { readListQuery } from './read-list-query.ts'
import type { Reply, Route, SignedInRequest } from './route.ts'

/** What can be asked about stories. Everybody with a session reads everything; who may do what, the rules say. */
export function storyRoutes(desk: ServerDesk, applyEffect: ApplyEffect): readonly Route[] {
  const story = '/api/stories/:id'
  return [
    reads('/api/stories', async ({ query }) => {
      const asked = readListQuery(query)
      return asked.ok ? listed(desk, asked.value) : asked
    }),
    writes('/api/stories', { maxBytes: LIMITS.newStory }, async (request) => {
      const body = await readBody(request, newStory)
      return body.ok ? addStory(desk, request.signedIn.person, body.value) : body
    }),
    reads(story, ({ params }) => readRecord(desk, idIn(params))),
    reads(`${story}/copy`, ({ params }) => readStoryCopy(desk, idIn(params))),
    writes(`${story}/actions`, {}, async (request) => {
      const body = await readBody(request, action)
      if (!body.ok) return body
      const { signedIn, params, idempotencyKey } = request
      return actOnStory(desk, signedIn.person, idIn(params), body.value, idempotencyKey)
    }),
    writes(`${story}/decisions`, {}, async (request) => {
      const body = await readBody(request, decisions)
      if (!body.ok) return body
      const { signedIn, params, idempotencyKey: key } = request
      return decideSuggestions(desk, applyEffect, signedIn.person, idIn(params), body.value, key)
    }),
    writes(`${story}/redecisions`, {}, async (request) => {
      const body = await readBody(request, redecisions)
      if (!body.ok) return body
      const { signedIn, params, idempotencyKey } = request
      return redecideSuggestions(desk, signedIn.person, idIn(params), body.value, idempotencyKey)
    }),
    reads(`${story}/events`, ({ params }) => readEvents(desk, idIn(params))),
    reads(`${story}/verdicts`, ({ params }) =>
      reading(desk, ['verdicts'], async (transaction) => done(await readVerdicts(transaction, idIn(params)))),
    ),
    reads(`${story}/versions`, ({ params }) =>
      reading(desk, ['versions'], async (transaction) => done(await readVersions(transaction, idIn(params)))),
    ),
    reads(`${story}/versions/:number`, ({ params }) => version(desk, idIn(params), params['number'] ?? '')),
    reads(`${story}/source`, ({ params }) => readSource(desk, idIn(params))),
    reads(`${story}/raw`, ({ params }) => raw(desk, idIn(params))),
  ]
}

type Handle = (request: SignedInRequest) => Promise<Reply>

const reads = (path: string, handle: Handle): Route => ({ method: 'GET', path, who: 'signed in', handle })

const writes = (path: string, bounds: { readonly maxBytes?: number }, handle: Handle): Route => ({
  method: 'POST',
  path,
  who: 'signed in',
  ...bounds,
  handle,
})

const idIn = (params: SignedInRequest['params']): string => params['id'] ?? ''

const listed = (desk: ServerDesk, query: ListQuery): Promise<Reply> =>
  refusingFailures(async () => done(await listStoriesSql(desk.storage, query)))

async function version(desk: ServerDesk, id: string, number: string): Promise<Reply> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return invalid('A version is asked for by its number.')
  const found = await reading(desk, VERSION_STORES, (transaction) =>
    readVersion(transaction, id, Number(number)),
  )
  if (!found.ok || !found.value) return found
  return done({ ...found.value, state: toBase64(found.value.state) })
}

async function raw(desk: ServerDesk, id: string): Promise<Reply> {
  const json = await readRaw(desk, id)
  if (!json.ok) return json
  return new Response(json.value, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="story.json"',
      'cache-control': 'no-store',
    },
  })
}
