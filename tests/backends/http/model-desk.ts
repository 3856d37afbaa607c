import { CacheDatabase } from '../../../src/backends/http/cache-database.ts'
import type { HttpDesk } from '../../../src/backends/http/http-desk.ts'
import { PAUSES } from '../../../src/backends/http/http-desk.ts'
import { LateWords } from '../../../src/backends/http/late-words.ts'
import type { KeySource } from '../../../src/backends/http/outbox.ts'
import { Outbox } from '../../../src/backends/http/outbox.ts'
import { Requests } from '../../../src/backends/http/requests.ts'
import { SeenCache } from '../../../src/backends/http/seen-cache.ts'
import { Session } from '../../../src/backends/http/session.ts'
import { NOW, REPORTER } from '../test-desk.ts'
import type { ModelServer } from './model-server.ts'
import { ModelWire } from './model-server.ts'

/** Far off: in a model only the test says when something happens. */
const NEVER = 1_000_000

/** Keys of rows, as in a browser whose clock stands still. */
export const KEYS: KeySource = { now: () => NOW().getTime(), random: () => 0.5 }

export type ModelDesk = HttpDesk & {
  readonly database: CacheDatabase
  readonly wires: readonly ModelWire[]
  end(): Promise<void>
}

/** A browser of the reporter's, with its own IndexedDB of that name, and a model server. */
export async function modelDesk(server: ModelServer, name: string): Promise<ModelDesk> {
  const database = new CacheDatabase(name)
  const seen = new SeenCache(database, () => NOW().getTime())
  const requests = new Requests({
    address: 'http://model',
    fetch: server.fetch,
    newKey: () => 'key',
    pauses: [],
    isUp: () => true,
    signedOut: () => {},
  })
  const session = new Session(
    () => requests,
    seen,
    () => {},
  )
  await session.become(REPORTER)
  const wires: ModelWire[] = []
  return {
    requests,
    session,
    seen,
    outbox: new Outbox(database, KEYS),
    late: new LateWords(database, NOW),
    creations: {
      of: () => Promise.resolve(null),
      isWaiting: () => false,
      refusalOf: () => null,
      retell: () => Promise.resolve(),
      drain: () => Promise.resolve(),
    },
    pauses: { ...PAUSES, send: NEVER, keep: NEVER, cache: NEVER, linger: NEVER, others: NEVER, tries: [] },
    wireOf: (_name, _person, events) => {
      const wire = new ModelWire(server, events)
      wires.push(wire)
      return wire
    },
    tab: () => 'tab',
    isAlive: () => Promise.resolve(false),
    isMissing: () => false,
    isOpen: () => false,
    isUp: () => wires.some(({ isReady }) => isReady),
    tell: () => {},
    wordsChanged: () => {},
    database,
    wires,
    end: () => database.close(),
  }
}
