import { WebSocket as NodeWebSocket } from 'ws'
import type { WebSocketClass } from '../../../src/backends/http/live-socket.ts'

/** What a browser adds to whatever a page asks: its cookies, and where the page is from. */
export type TestBrowser = {
  readonly fetch: typeof fetch
  readonly WebSocket: WebSocketClass
  /** The cookies as they are sent; '' for none. A browser's tabs share them. */
  cookie: string
  /** How often a live connection was begun. */
  begun: number
}

/** A browser with a page of that origin. */
export function testBrowser(origin: string, cookie = ''): TestBrowser {
  const browser: TestBrowser = {
    cookie,
    begun: 0,
    async fetch(input, init = {}) {
      const headers = new Headers(init.headers)
      headers.set('origin', origin)
      if (browser.cookie !== '') headers.set('cookie', browser.cookie)
      const response = await fetch(input, { ...init, headers })
      for (const set of response.headers.getSetCookie()) keep(browser, set)
      return response
    },
    WebSocket: class extends NodeWebSocket {
      constructor(url: string) {
        super(url, { headers: { origin, cookie: browser.cookie } })
        browser.begun += 1
        // A browser's socket that is closed while it connects throws nothing at anybody.
        this.on('error', () => {})
      }
    } as unknown as WebSocketClass,
  }
  return browser
}

function keep(browser: TestBrowser, set: string): void {
  const [pair = ''] = set.split(';', 1)
  const [name = '', value = ''] = pair.split('=', 2)
  const others = browser.cookie.split('; ').filter((each) => each !== '' && !each.startsWith(`${name}=`))
  browser.cookie = [...others, ...(value === '' ? [] : [pair])].join('; ')
}
