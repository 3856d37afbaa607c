import type { SessionCookie } from './session-cookie.ts'
import { RENEWAL } from './session-life.ts'
import type { SessionOf } from './session-of.ts'
import type { Sessions } from './sessions.ts'

/** A session as it was when its headers were first seen; `renewed`: when it was first seen to have another token (ms). */
type Seen = { readonly session: string; readonly hash: string; renewed: number | null }

/**
 * Looks up whose session a request's headers carry. Headers that were seen before (those of an open connection) mean the same
 * session, so that a new token doesn't cut off its own browser; but only until that had the time to come back with it.
 */
export function openSessions(sessions: Sessions, cookie: SessionCookie, now: () => Date): SessionOf {
  const known = new WeakMap<Headers, Seen>()
  return async (headers) => {
    const seen = known.get(headers)
    if (seen) {
      const found = await sessions.findAgain(seen.session)
      if (!found || found.hash === seen.hash) return found?.signedIn ?? null
      seen.renewed ??= now().getTime()
      return now().getTime() - seen.renewed < RENEWAL.most ? found.signedIn : null
    }
    const token = await cookie.read(headers)
    const found = token === null ? null : await sessions.find(token)
    if (!found) return null
    known.set(headers, { session: found.signedIn.session, hash: found.hash, renewed: null })
    return found.signedIn
  }
}
