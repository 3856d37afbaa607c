import type { IncomingMessage } from 'node:http'

/**
 * Address of whoever asks. Behind so many proxies it is what the first of ours says in X-Forwarded-For; whatever stands
 * there before that, anybody can write.
 */
export function requestAddress(
  incoming: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxies: number,
): string {
  const own = incoming.socket.remoteAddress ?? 'unknown'
  if (proxies === 0) return own
  const said = String(incoming.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => withoutPort(address.trim()))
    .filter((address) => address !== '')
  return said.at(-proxies) ?? said[0] ?? own
}

/** Some proxies write the port, too: "192.0.2.1:5678", "[2001:db8::1]:5678". Each connection has another. */
const withoutPort = (address: string): string =>
  /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([^:]*):\d+$/.exec(address)?.[1] ?? address
