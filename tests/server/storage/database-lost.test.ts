import { expect, test } from 'vitest'
import { StorageFailure } from '../../../src/rules/desk-storage.ts'
import { openDatabase } from '../../../src/server/database/open-database.ts'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import type { RunningPostgres } from '../services/start-postgres.ts'
import { newsroomStory } from '../http/newsroom-story.ts'
import { startCuttingProxy } from '../services/cutting-proxy.ts'
import { startTestServer } from '../test-server.ts'
import { withPostgres } from '../services/with-databases.ts'

withPostgres('a database that goes away', (postgres) => {
  async function begin(name: string, poolSize = 4): Promise<SqlStorage> {
    return new SqlStorage(await openDatabase({ url: await postgres().create(name), poolSize }))
  }

  const add = (storage: SqlStorage, number: number, mode: 'strict' | 'relaxed' = 'strict'): Promise<number> =>
    storage.run(['updates'], mode, (transaction) =>
      transaction.addUpdate({ story: 'a', epoch: 1, update: new Uint8Array([number % 256, number >> 8]) }),
    )

  async function stored(storage: SqlStorage): Promise<readonly number[]> {
    const rows = await storage.run(['updates'], 'readonly', (transaction) =>
      transaction.updatesAfter('a', 1, 0),
    )
    return (rows as readonly { readonly update: Uint8Array }[]).map(
      ({ update }) => (update[0] ?? 0) + (update[1] ?? 0) * 256,
    )
  }

  /** Stores what `add` is given until it works. */
  async function insist(work: () => Promise<unknown>): Promise<number> {
    for (let failures = 0; ; failures += 1) {
      try {
        await work()
        return failures
      } catch (error) {
        if (!(error instanceof StorageFailure)) throw error
      }
    }
  }

  test.each(['fast', 'immediate'] as const)(
    'is used again when it is back, after a restart (%s); what was said to be stored is there',
    async (how) => {
      const storage = await begin(`restart-${how}`)
      const said: number[] = []
      let next = 0
      const state = { isOver: false }
      const writers = Array.from({ length: 6 }, async () => {
        while (!state.isOver) {
          const number = (next += 1)
          await add(storage, number).then(
            () => said.push(number),
            (error: unknown) => {
              expect(error).toBeInstanceOf(StorageFailure)
            },
          )
        }
      })
      await expect.poll(() => said.length, { timeout: 20_000 }).toBeGreaterThan(20)
      await postgres().restart(how)
      const before = said.length
      await expect.poll(() => said.length, { timeout: 20_000 }).toBeGreaterThan(before + 20)
      state.isOver = true
      await Promise.all(writers)
      const there = new Set(await stored(storage))
      expect(said.filter((number) => !there.has(number))).toEqual([])
      // Nothing was stored twice, however often it was tried.
      expect(there.size).toBe((await stored(storage)).length)
      await storage.database.close()
    },
  )

  test('is said to be gone in words for people, as long as it is', async () => {
    const storage = await begin('gone')
    await add(storage, 1)
    await postgres().stop('immediate')
    const failing = add(storage, 2)
    await expect(failing).rejects.toBeInstanceOf(StorageFailure)
    await expect(failing).rejects.toThrow('database can’t be reached')
    await expect(stored(storage)).rejects.toBeInstanceOf(StorageFailure)
    await postgres().start()
    await insist(() => add(storage, 3))
    expect(await stored(storage)).toEqual([1, 3])
    await storage.database.close()
  })

  test('work whose connection broke half-way is run again, from the start', async () => {
    const storage = await begin('half-way', 1)
    let tries = 0
    await storage.run(['updates'], 'strict', async (transaction) => {
      tries += 1
      await transaction.addUpdate({ story: 'a', epoch: 1, update: new Uint8Array([tries, 0]) })
      if (tries === 1) await cutOff(postgres())
      await transaction.updatesAfter('a', 1, 0)
    })
    expect(tries).toBe(2)
    expect(await stored(storage)).toEqual([2])
    await storage.database.close()
  })

  test('that doesn’t answer is asked again over another connection, and that one never', async () => {
    const url = await postgres().create('mute')
    const proxy = await startCuttingProxy(url, () => Infinity)
    const through = Object.assign(new URL(url), { host: new URL(proxy.address).host }).href
    const times = { statement: 200, answer: 300, lock: 100, idle: 1000 }
    const storage = new SqlStorage(await openDatabase({ url: through, poolSize: 1, times }))
    await add(storage, 1)
    proxy.muteAll()
    await add(storage, 2)
    expect(await stored(storage)).toEqual([1, 2])
    await storage.database.close()
    await proxy.end()
  })

  test('in which somebody holds a lock for long: whoever waits is refused in words, and later ones aren’t', async () => {
    const url = await postgres().create('held')
    const server = await startTestServer({ database: { url, poolSize: 4 } })
    const session = await server.signedIn('reporter')
    const { default: pg } = await import('pg')
    const holder = new pg.Client(url)
    await holder.connect()
    await holder.query('begin; select 1 from meta for update')
    const body = newsroomStory('0190163d-8694-739b-aea5-966c26f8ad91')
    const refused = await server.ask('POST', '/api/stories', { session, body })
    expect([refused.status, refused.body]).toMatchObject([503, { ok: false, reason: 'storage' }])
    expect(refused.body?.message).toContain('could not store this')
    await holder.query('rollback')
    expect((await server.ask('POST', '/api/stories', { session, body })).status).toBe(200)
    await holder.end()
    await server.stop()
  })

  test('an exception of the work itself is a bug: nothing is stored, nothing is tried again', async () => {
    const storage = await begin('bug')
    let tries = 0
    const failing = storage.run(['updates'], 'strict', async (transaction) => {
      tries += 1
      await transaction.addUpdate({ story: 'a', epoch: 1, update: new Uint8Array([1]) })
      throw new TypeError('a bug')
    })
    await expect(failing).rejects.toThrow(TypeError)
    const swallowing = storage.run(['updates'], 'strict', async (transaction) => {
      await transaction.addUpdate({ story: 'a', epoch: 1, update: new Uint8Array([1]) })
      await transaction.addUpdate({ story: 'a', epoch: 0.5, update: new Uint8Array([1]) }).catch(() => {})
    })
    await expect(swallowing).rejects.toThrow(/went on|aborted/)
    const writing = storage.run(['updates'], 'readonly', (transaction) =>
      transaction.addUpdate({ story: 'a', epoch: 1, update: new Uint8Array([1]) }),
    )
    await expect(writing).rejects.not.toBeInstanceOf(StorageFailure)
    expect(tries).toBe(1)
    expect(await stored(storage)).toEqual([])
    await storage.database.close()
  })
})

/** Ends every other connection to the database, as a network does that breaks. */
async function cutOff(postgres: RunningPostgres): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client(postgres.url)
  await client.connect()
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    'half-way',
  ])
  await client.end()
}
