const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * How long a session lasts, in milliseconds. Idle for three days: a weekend ends it, and servers of one newsroom whose
 * clocks are a day apart don't throw anybody out. At most two weeks, whoever uses it.
 */
export const SESSION_LIFE = { idle: 3 * DAY, most: 14 * DAY, touch: 5 * MINUTE } as const

export type SessionTimes = { readonly lastUsed: Date; readonly expiresAt: Date }

/** Whether a session still holds. A clock that was moved back lets it hold longer by as much, and no more. */
export const isLiving = ({ lastUsed, expiresAt }: SessionTimes, now: Date): boolean =>
  now < expiresAt && now.getTime() - lastUsed.getTime() < SESSION_LIFE.idle

/** Whether it has to be written down that a session is used: not with each request, and also where the clock was moved back. */
export const needsTouch = ({ lastUsed }: SessionTimes, now: Date): boolean =>
  Math.abs(now.getTime() - lastUsed.getTime()) > SESSION_LIFE.touch

/**
 * Milliseconds after a session got a new token. `answered`: by then its browser has it, and connections that were opened with
 * the old one are closed, to come again. `most`: so long one goes on that nobody told, and no longer.
 */
export const RENEWAL = { answered: 2_000, most: MINUTE } as const
