import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { channelsOf } from '../live/redis-hub.ts'
import type { HttpRefusal, RateKind } from './route.ts'

/** So many requests in so many seconds. */
export type Rate = { readonly points: number; readonly duration: number }

/**
 * Of one address for signing in (a whole newsroom may sit behind one), of one person for all else. Far above what
 * anybody does by hand.
 */
export const RATES: Readonly<Record<RateKind, Rate>> = {
  'sign-in': { points: 300, duration: 300 },
  invites: { points: 60, duration: 3600 },
  uploads: { points: 600, duration: 60 },
  writes: { points: 1200, duration: 60 },
}

/** Counts one request; answers with a refusal where that is one too many. */
export type CountRequest = (kind: RateKind, who: string) => Promise<HttpRefusal | null>

/**
 * Bounds how often somebody may ask. Servers of the newsroom at that address that share a Redis count together; while it is
 * gone, or hangs, each counts for itself.
 */
export function rateLimits(redis: Redis | null, origin: string, rates = RATES): CountRequest {
  const limiters = Object.fromEntries(
    Object.entries(rates).map(([kind, rate]) => {
      const own = { ...rate, keyPrefix: `${channelsOf(origin)}rate:${kind}` }
      const alone = new RateLimiterMemory(own)
      return [
        kind,
        redis
          ? new RateLimiterRedis({
              ...own,
              storeClient: redis,
              insuranceLimiter: alone,
              rejectIfRedisNotReady: true,
            })
          : alone,
      ]
    }),
  ) as Record<RateKind, RateLimiterMemory | RateLimiterRedis>
  return async (kind, who) => {
    try {
      await limiters[kind].consume(who)
      return null
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      return tooMany(refused.msBeforeNext / 1000)
    }
  }
}

function tooMany(seconds: number): HttpRefusal {
  const minutes = Math.ceil(seconds / 60)
  const wait = minutes <= 1 ? 'a minute' : `${minutes} minutes`
  return {
    ok: false,
    reason: 'not allowed',
    message: `This was asked too often, so it was not done. What is stored is safe. Wait ${wait}, then try again.`,
    status: 429,
    retryAfter: seconds,
  }
}
