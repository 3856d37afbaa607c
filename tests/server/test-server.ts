import { randomUUID } from 'node:crypto'
import type { Person, Role } from '../../src/domain/person.ts'
import type { ServerConfig } from '../../src/server/config.ts'
import { startServer } from '../../src/server/start-server.ts'
import type { RunningServer } from '../../src/server/start-server.ts'
import { inMemory } from './services/in-memory.ts'
import { seatPerson } from './accounts/seat-person.ts'

/** Somebody's browser: what it sends with every request. */
export type TestSession = {
  readonly person: Person
  readonly headers: { readonly cookie: string; readonly origin: string }
}

export type TestAnswer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** What the text is as JSON; null where it is none. */
  readonly body: {
    readonly ok?: boolean
    readonly value?: unknown
    readonly reason?: string
    readonly message?: string
    readonly id?: string
    readonly signedOut?: boolean
  } | null
}

export type Asking = {
  readonly session?: TestSession | null
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A whole server in this process, on a port of its own, as its browsers see it. */
export type TestServer = RunningServer & {
  /** Somebody new of that role, signed in; the same chief each time where no name is given. */
  signedIn(role: Role, name?: string): Promise<TestSession>
  /** Ends the sessions of somebody and lets them in no more. */
  deactivate(session: TestSession): Promise<void>
  ask(method: string, path: string, asking?: Asking): Promise<TestAnswer>
}

const SECRET = 'a secret of these tests, which is long enough to be one: 91c07f3a'

/** A configuration with everything in memory; pictures go to a folder that is only made when one comes. */
export const testConfig = (change: Partial<ServerConfig> = {}): ServerConfig => ({
  port: 0,
  host: '127.0.0.1',
  url: null,
  database: { folder: null },
  redisUrl: null,
  pictures: { kind: 'folder', folder: '/tmp/stet-no-pictures' },
  secret: SECRET,
  mail: null,
  proxies: 0,
  metricsToken: null,
  app: null,
  logLevel: 'silent',
  ...change,
})

/** Starts a server. `stop` it at the end of the test. */
export async function startTestServer(change: Partial<ServerConfig> = {}): Promise<TestServer> {
  const server = await startServer(testConfig({ database: await inMemory(), ...change }))
  let first: Promise<TestSession> | null = null
  let count = -1

  const ask = async (method: string, path: string, asking: Asking = {}): Promise<TestAnswer> => {
    const { session = null, body, headers = {} } = asking
    const answer = await fetch(server.address + path, {
      method,
      redirect: 'manual',
      headers: {
        origin: server.address,
        ...session?.headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, body: parsed(text) }
  }

  const seat = async (role: Role, name: string): Promise<TestSession> => {
    const person = { id: randomUUID(), name, role }
    const { address: origin, desk } = server
    const cookie = await seatPerson(desk.database, { secret: SECRET, origin, email: emailOf(name) }, person)
    return { person, headers: { cookie, origin } }
  }

  return {
    ...server,
    ask,
    async signedIn(role, name) {
      count += 1
      if (role !== 'chief' || name !== undefined) return seat(role, name ?? `Person ${count}`)
      first ??= seat('chief', 'First Chief')
      return first
    },
    async deactivate({ person }) {
      first ??= seat('chief', 'First Chief')
      const path = `/api/accounts/members/${person.id}/active`
      const answer = await ask('POST', path, { session: await first, body: { isActive: false } })
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`)
    },
  }
}

const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@paper.example`

function parsed(text: string): TestAnswer['body'] {
  try {
    return JSON.parse(text) as TestAnswer['body']
  } catch {
    return null
  }
}
