import { Redis } from 'ioredis'
import type { Log } from '../log.ts'

/** So long (ms) one count may take: no request waits longer for a Redis that hangs. */
const PATIENCE = 500

/** The Redis that requests are counted in. It may be gone at times, or hang: whoever asks it is refused soon then. */
export function countingRedis(url: string, log: Log): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2000,
    commandTimeout: PATIENCE,
  })
  let isGone = false
  redis.on('error', (error: Error) => {
    if (!isGone) log.warn({ error }, 'Redis is gone')
    isGone = true
  })
  redis.on('ready', () => {
    if (isGone) log.info({}, 'Redis is back')
    isGone = false
  })
  return redis
}
