import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Log } from '../log.ts'
import type { DeskHub, DeskNews } from './desk-hub.ts'
import { memoryHub } from './memory-hub.ts'
import { RedisLine } from './redis-line.ts'

const text = z.string().max(200)

const told: z.ZodType<{ from: string; news: DeskNews }> = z.object({
  from: text,
  news: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('changed'), ids: z.array(text) }),
    z.object({ kind: z.literal('people') }),
    z.object({ kind: z.literal('checks') }),
    z.object({ kind: z.literal('notices'), people: z.array(text) }),
    z.object({ kind: z.literal('update'), story: text, epoch: z.int().positive() }),
    z.object({ kind: z.literal('ended'), person: text, session: text.nullable() }),
  ]),
})

/** What all channels of one newsroom begin with: several may share a Redis, and each is known by its public address. */
export const channelsOf = (origin: string): string =>
  `stet:${createHash('sha256').update(origin).digest('hex').slice(0, 16)}:`

/**
 * The hub of a newsroom with several servers, over Redis. `server` is this server's own id. Where Redis is gone this server
 * goes on by itself.
 */
export function redisHub(
  url: string,
  options: { readonly origin: string; readonly server: string; readonly log: Log },
): DeskHub {
  const here = memoryHub()
  const channel = `${channelsOf(options.origin)}news`
  const line = new RedisLine(url, options.log, {
    onMessage: (_channel, message) => {
      const heard = readNews(message)
      if (!heard) options.log.warn({}, 'news from another server could not be understood')
      else if (heard.from !== options.server) here.post(heard.news)
    },
    // Whoever holds anything live looks after what was missed: see LiveRelay.
    onReady() {},
  })
  line.subscribe(channel)
  return {
    post(news) {
      here.post(news)
      line.publish(channel, Buffer.from(JSON.stringify({ from: options.server, news })))
    },
    listen: (listener) => here.listen(listener),
    async close() {
      line.close()
      await here.close()
    },
  }
}

function readNews(message: Buffer): { readonly from: string; readonly news: DeskNews } | null {
  try {
    return told.parse(JSON.parse(message.toString()))
  } catch {
    return null
  }
}
