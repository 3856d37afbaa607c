import { parseSigned, serialize, serializeSigned } from 'hono/utils/cookie'
import { SESSION_LIFE } from './session-life.ts'

/** The cookie that a session's token travels in, signed with the server's secret. */
export type SessionCookie = {
  /** The token in a request's headers; null where there is none that this server has signed. */
  read(headers: Headers): Promise<string | null>
  /** What `set-cookie` says to keep that token, for the browser of that request. */
  keep(token: string, headers: Headers): Promise<string>
  /** What `set-cookie` says to forget it. */
  forget(headers: Headers): string
}

/** Stet can't be opened safely at this address; the message is for whoever runs the server. */
export class InsecureAddress extends Error {
  constructor(origin: string) {
    super(
      `STET_URL is ${origin}, and passwords must not travel over plain http: anybody on the way could read them. Put Stet behind https and set STET_URL to that address. Only on this machine itself, as http://localhost, may it be plain http.`,
    )
    this.name = 'InsecureAddress'
  }
}

const NAME = '__Host-stet-session'
/** Safari keeps no Secure cookie that comes over plain http, not even from this machine itself. */
const PLAIN_NAME = 'stet-session'

/**
 * The session's cookie at that address: HttpOnly, Secure, SameSite=Strict, of this host alone. Pages that come in from a
 * link elsewhere still find their session, since every question to the server is asked by Stet's own page. Throws
 * `InsecureAddress` for plain http anywhere but on this machine; there, Safari gets the cookie without Secure.
 */
export function sessionCookie(origin: string, secret: string): SessionCookie {
  const { protocol, hostname } = new URL(origin)
  const isPlain = protocol !== 'https:'
  if (isPlain && !isThisMachine(hostname)) throw new InsecureAddress(origin)
  const nameFor = (headers: Headers): string =>
    isPlain && isSafari(headers.get('user-agent') ?? '') ? PLAIN_NAME : NAME
  const options = (name: string) =>
    ({ path: '/', httpOnly: true, secure: name === NAME, sameSite: 'Strict' }) as const
  return {
    async read(headers) {
      const name = nameFor(headers)
      const found = await parseSigned(headers.get('cookie') ?? '', secret, name)
      const token = found[name]
      return typeof token === 'string' ? token : null
    },
    keep(token, headers) {
      const name = nameFor(headers)
      return serializeSigned(name, token, secret, { ...options(name), maxAge: SESSION_LIFE.most / 1000 })
    },
    forget(headers) {
      const name = nameFor(headers)
      return serialize(name, '', { ...options(name), maxAge: 0 })
    },
  }
}

const isThisMachine = (hostname: string): boolean =>
  /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u.test(hostname)

const isSafari = (userAgent: string): boolean =>
  /\bSafari\//u.test(userAgent) && !/\b(?:Chrome|Chromium|CriOS|Edg\w*|OPR|Firefox|FxiOS)\//u.test(userAgent)
