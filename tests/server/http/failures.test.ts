import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import type { Database } from '../../../src/server/database/open-database.ts'
import { createApp } from '../../../src/server/http/create-app.ts'
import type { Reply } from '../../../src/server/http/route.ts'
import { memoryHub } from '../../../src/server/live/memory-hub.ts'
import { createLog } from '../../../src/server/log.ts'
import { createMetrics } from '../../../src/server/metrics.ts'
import type { ServerDesk } from '../../../src/server/desk/server-desk.ts'

const ORIGIN = 'https://stet.example'

/** An app with one route, and what it logs. */
function appWith(handle: () => Promise<Reply>, ping = async (): Promise<void> => {}) {
  const lines: string[] = []
  const desk = {
    database: { ping } as unknown as Database,
    hub: memoryHub(),
    now: () => new Date(),
    log: createLog('debug', (line) => lines.push(line)),
  } as unknown as ServerDesk
  const app = createApp({
    desk,
    routes: [{ method: 'POST', path: '/api/stories/:id', who: 'anybody', handle }],
    sessionOf: async () => null,
    count: async () => null,
    origin: ORIGIN,
    metrics: createMetrics(),
    proxies: 0,
    files: null,
  })
  const ask = async (): Promise<{ status: number; text: string }> => {
    const request = {
      method: 'POST',
      headers: { origin: ORIGIN, cookie: 'session=open-sesame', 'content-type': 'application/json' },
      body: JSON.stringify({ headline: 'Wherrymen strike' }),
    }
    const answer = await app.request('/api/stories/7?search=herring', request, {})
    return { status: answer.status, text: await answer.text() }
  }
  return { ask, lines }
}

test('what nobody expected is answered with an id, under which the log says what it was', async () => {
  const { ask, lines } = appWith(async () => {
    throw new TypeError('x is not a function')
  })
  const { status, text } = await ask()
  const { id, ...refusal } = JSON.parse(text) as Record<string, string>
  expect([status, refusal]).toMatchObject([500, { ok: false, reason: 'storage' }])
  expect(refusal['message']).toContain(id)
  expect(text).not.toMatch(/TypeError|is not a function|\.ts|node_modules|stack/)
  const logged = lines.filter((line) => line.includes(String(id))).map((line) => JSON.parse(line) as object)
  expect(logged).toMatchObject([
    {
      level: 'error',
      route: '/api/stories/:id',
      error: { type: 'TypeError', message: 'x is not a function' },
    },
    { level: 'info', route: '/api/stories/:id', status: 500 },
  ])
})

test('of a database’s exception the log leaves out the row that it is about', async () => {
  const database = await PGlite.create()
  await database.exec('create table people (name text primary key)')
  const { ask, lines } = appWith(async () => {
    await database.query('insert into people values ($1), ($1)', ['Quenby Subeditor'])
    return { ok: true, value: null }
  })
  expect((await ask()).status).toBe(500)
  expect(lines.join('')).toContain('duplicate key')
  expect(lines.join('')).not.toContain('Quenby')
  await database.close()
}, 60_000)

test('where the database doesn’t answer, that is said', async () => {
  const { ask } = appWith(
    async () => {
      throw new Error('Connection terminated')
    },
    async () => {
      throw new Error('Connection terminated')
    },
  )
  const { status, text } = await ask()
  expect([status, JSON.parse(text)]).toMatchObject([503, { reason: 'storage' }])
  expect(text).toContain('database can’t be reached')
})

test('no line of the log holds a body, a search, a cookie or a story’s id', async () => {
  const { ask, lines } = appWith(async () => ({ ok: true, value: 'Wherrymen strike' }))
  await ask()
  expect(lines).toHaveLength(1)
  expect(lines.join('')).not.toMatch(/Wherrymen|herring|sesame|stories\/7/)
})
