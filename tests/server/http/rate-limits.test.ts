import { once } from 'node:events'
import { Redis } from 'ioredis'
import { afterAll, expect, test } from 'vitest'
import { countingRedis } from '../../../src/server/http/counting-redis.ts'
import { RATES, rateLimits } from '../../../src/server/http/rate-limits.ts'
import { createLog } from '../../../src/server/log.ts'
import { startRedis } from '../services/start-redis.ts'

const ORIGIN = 'https://desk.example'
const few = { ...RATES, 'sign-in': { points: 3, duration: 300 }, writes: { points: 1, duration: 60 } }

test('one too many is refused, in words, and says how long to wait', async () => {
  const count = rateLimits(null, ORIGIN, few)
  for (const _ of [1, 2, 3]) expect(await count('sign-in', '192.0.2.1')).toBeNull()
  const refused = await count('sign-in', '192.0.2.1')
  expect(refused).toMatchObject({ ok: false, status: 429, reason: 'not allowed' })
  expect(refused?.message).toContain('Wait 5 minutes')
  expect(refused?.retryAfter).toBeGreaterThan(0)
  expect(refused?.retryAfter).toBeLessThanOrEqual(300)
})

test('others, and other kinds, are counted apart', async () => {
  const count = rateLimits(null, ORIGIN, few)
  await count('writes', 'somebody')
  expect(await count('writes', 'somebody')).not.toBeNull()
  expect(await count('writes', 'somebody else')).toBeNull()
  expect(await count('uploads', 'somebody')).toBeNull()
})

test('where Redis is gone each server counts for itself, and nobody is locked out', async () => {
  const redis = new Redis('redis://127.0.0.1:1', {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  redis.on('error', () => {})
  const count = rateLimits(redis, ORIGIN, few)
  expect(await count('writes', 'somebody')).toBeNull()
  expect(await count('writes', 'somebody')).toMatchObject({ status: 429 })
  redis.disconnect()
})

const redisServer = await startRedis()
const hanging = await startRedis()
afterAll(() => Promise.all([redisServer?.end(), hanging?.end()]))

test.skipIf(!redisServer)(
  'servers that share a Redis (skipped where there is none) count together',
  async () => {
    const clients = [1, 2].map(() => new Redis(redisServer?.url ?? ''))
    await Promise.all(clients.map((client) => client.ping()))
    const [here, there] = clients.map((client) => rateLimits(client, ORIGIN, few))
    expect(await here?.('writes', 'somebody')).toBeNull()
    expect(await there?.('writes', 'somebody')).toMatchObject({ status: 429 })
    expect(await there?.('writes', 'somebody else')).toBeNull()
    // Another newsroom on the same Redis counts apart.
    const [other] = clients.map((client) => rateLimits(client, 'https://other.example', few))
    expect(await other?.('writes', 'somebody')).toBeNull()
    for (const client of clients) client.disconnect()
  },
)

test.skipIf(!hanging)(
  'while Redis hangs (skipped where there is none) nobody waits for it: each server counts for itself',
  async () => {
    const redis = countingRedis(hanging?.url ?? '', createLog('silent'))
    await once(redis, 'ready')
    const count = rateLimits(redis, ORIGIN, few)
    expect(await count('sign-in', 'somebody')).toBeNull()
    hanging?.hang()
    expect(await count('writes', 'somebody')).toBeNull()
    expect(await count('writes', 'somebody')).toMatchObject({ status: 429 })
    hanging?.goOn()
    redis.disconnect()
  },
)
