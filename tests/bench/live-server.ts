import process, { argv } from 'node:process'
import { v7 } from 'uuid'
import { randomClient } from '../../src/rules/random-client.ts'
import { CREATE_STORES, createStory } from '../../src/rules/create-story.ts'
import { contentOf } from '../backends/test-desk.ts'
import { startTestServer } from '../server/test-server.ts'

// A newsroom's server in a process of its own, for `server-live.ts`: with some people signed in and some stories. Answers
// 'usage' with what it has used so far, and ends when it is told to.

export type LiveServerReady = {
  readonly address: string
  readonly cookies: readonly string[]
  readonly stories: readonly string[]
}

export type LiveServerUsage = { readonly cpu: number; readonly rss: number }

const [where = '', people = '1', stories = '1', words = '300'] = argv.slice(2)
const database = where.startsWith('postgres:') ? { url: where, poolSize: 10 } : { folder: where }
const server = await startTestServer({ database, logLevel: 'warn' })
const { storage } = server.desk

const cookies: string[] = []
const signed = [await server.signedIn('chief')]
for (let at = 1; at < Number(people); at += 1) signed.push(await server.signedIn('chief', `Editor ${at}`))
for (const { headers } of signed) cookies.push(headers.cookie)

const ids: string[] = []
for (let at = 0; at < Number(stories); at += 1) {
  const id = v7()
  const body = 'Words of copy as they stand. '.repeat(Math.ceil(Number(words) / 6))
  const created = await storage.run(CREATE_STORES, 'strict', (transaction) =>
    createStory(
      transaction,
      { id, content: contentOf(`Story ${at}`, body), source: null },
      randomClient(),
      signed[at % signed.length]?.person ?? null,
      server.desk.now,
    ),
  )
  if (!created.ok) throw new Error(created.message)
  ids.push(id)
}

process.on('message', (asked) => {
  if (asked === 'usage') {
    const { user, system } = process.cpuUsage()
    process.send?.({ cpu: (user + system) / 1e6, rss: process.memoryUsage().rss })
  } else void server.stop().then(() => process.exit(0))
})
process.send?.({ address: server.address, cookies, stories: ids } satisfies LiveServerReady)
