import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { DeskHub, DeskNews } from '../../../src/server/live/desk-hub.ts'
import { channelsOf, redisHub } from '../../../src/server/live/redis-hub.ts'
import { createLog } from '../../../src/server/log.ts'
import type { RunningRedis } from '../services/start-redis.ts'
import { redisProgram, startRedis } from '../services/start-redis.ts'
import { until } from './live-browser.ts'

const ORIGIN = 'https://newsroom.test'

type Hub = DeskHub & { readonly heard: DeskNews[]; readonly logged: string[] }

function openHub(url: string, server: string, origin = ORIGIN): Hub {
  const logged: string[] = []
  const hub = redisHub(url, { origin, server, log: createLog('debug', (line) => logged.push(line)) })
  const heard: DeskNews[] = []
  hub.listen((news) => heard.push(news))
  onTestFinished(() => hub.close())
  return { ...hub, heard, logged }
}

/** Until news go from one to the other, and all that were tried with have come; both then have heard nothing. */
async function connected(from: Hub, to: Hub): Promise<void> {
  to.heard.length = 0
  await until(() => {
    from.post({ kind: 'people' })
    return to.heard.length > 0
  })
  from.post({ kind: 'notices', people: ['connected'] })
  await until(() => to.heard.some(({ kind }) => kind === 'notices'))
  from.heard.length = 0
  to.heard.length = 0
}

test('where there is no Redis, this server goes on by itself, and says so once', async () => {
  const hub = openHub('redis://127.0.0.1:9', 'a')
  for (let at = 0; at < 1000; at += 1) hub.post({ kind: 'changed', ids: [`s${at}`] })
  await Promise.resolve()
  expect(hub.heard).toHaveLength(1000)
  await until(() => hub.logged.length > 0)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(hub.logged).toHaveLength(1)
  expect(hub.logged[0]).toContain('Redis')
})

describe.skipIf(redisProgram() === null)('the hub over Redis (needs Redis)', () => {
  let running: RunningRedis | null = null
  beforeAll(async () => {
    running = await startRedis()
  })
  afterAll(async () => {
    await running?.end()
  })
  const redis = (): RunningRedis => {
    if (!running) throw new Error('Redis was not started')
    return running
  }

  test.each<DeskNews>([
    { kind: 'changed', ids: ['s1', 's2'] },
    { kind: 'people' },
    { kind: 'checks' },
    { kind: 'notices', people: ['rita'] },
    { kind: 'update', story: 's1', epoch: 3 },
    { kind: 'ended', person: 'rita', session: null },
    { kind: 'ended', person: 'rita', session: 'x' },
  ])('tells the others and itself, each once: %o', async (news) => {
    const [a, b, elsewhere] = [
      openHub(redis().url, 'a'),
      openHub(redis().url, 'b'),
      openHub(redis().url, 'c', 'https://other.test'),
    ]
    await connected(a, b)
    const last: DeskNews = { kind: 'changed', ids: ['last'] }
    a.post(news)
    a.post(last)
    await until(() => b.heard.length >= 2)
    expect(a.heard).toEqual([news, last])
    expect(b.heard).toEqual([news, last])
    expect(elsewhere.heard).toEqual([])
  })

  test('what is not news of this desk is left out, and said so in the log', async () => {
    const [a, b] = [openHub(redis().url, 'a'), openHub(redis().url, 'b')]
    await connected(a, b)
    const stranger = new Redis(redis().url)
    onTestFinished(() => stranger.disconnect())
    for (const said of [
      '{',
      '{"from":"x","news":{"kind":"changed","ids":[7]}}',
      '{"news":{"kind":"people"}}',
    ]) {
      await stranger.publish(`${channelsOf(ORIGIN)}news`, said)
    }
    a.post({ kind: 'notices', people: [] })
    await until(() => b.heard.length > 0)
    expect(b.heard).toEqual([{ kind: 'notices', people: [] }])
    expect(b.logged.filter((line) => line.includes('understood'))).toHaveLength(3)
  })

  test('goes on by itself while Redis is gone or hangs, and with the others when it is back', async () => {
    const [a, b] = [openHub(redis().url, 'a'), openHub(redis().url, 'b')]
    await connected(a, b)
    await redis().kill()
    a.post({ kind: 'changed', ids: ['alone'] })
    await Promise.resolve()
    expect(a.heard.at(-1)).toEqual({ kind: 'changed', ids: ['alone'] })
    await redis().start()
    await connected(a, b)
    redis().hang()
    for (let at = 0; at < 5000; at += 1) a.post({ kind: 'changed', ids: [`${at} ${'x'.repeat(180)}`] })
    await Promise.resolve()
    expect(a.heard.at(-1)).toMatchObject({ kind: 'changed' })
    redis().goOn()
    await connected(a, b)
    a.post({ kind: 'changed', ids: ['after'] })
    await until(() => b.heard.length > 0)
    expect(b.heard).toEqual([{ kind: 'changed', ids: ['after'] }])
  })
})
