/**
 * Whether a request comes from the desk's own pages. Browsers say with every request that changes something, and with every
 * WebSocket, whose page asks: a foreign page, which a browser would send the session's cookie with, is found out by that.
 * A request without an Origin is one of a browser only where Sec-Fetch-Site says that it comes from the desk itself;
 * anything else (a form of old, a tool) is refused, since nobody can know whom it speaks for.
 */
export function isSameOrigin(headers: Headers, origin: string): boolean {
  const said = headers.get('origin')
  return said === null ? headers.get('sec-fetch-site') === 'same-origin' : said === origin
}
