import type { Backend } from '../../../src/backends/backend.ts'
import { createHttpBackend } from '../../../src/backends/http.ts'
import { memoryLocks } from '../../../src/backends/story-locks.ts'
import type { Person } from '../../../src/domain/person.ts'
import type { CuttingProxy } from '../../server/services/cutting-proxy.ts'
import { startCuttingProxy } from '../../server/services/cutting-proxy.ts'
import { NOW, until } from '../test-desk.ts'
import { beginSession, SHORT_PAUSES } from './http-desk.ts'
import type { DeskServer } from './http-desk.ts'
import type { TestBrowser } from './test-browser.ts'
import { testBrowser } from './test-browser.ts'

export type Tab = { readonly backend: Backend; readonly browser: TestBrowser; readonly cacheName: string }

/** Browsers on a way to a server that can be broken. */
export type WeakWay = {
  readonly proxy: CuttingProxy
  /** Nothing gets through any more. */
  cut(): void
  mend(): void
  /** A tab of somebody's browser, signed in; another one of the same browser where a cache is named. */
  tab(person: Person, options?: { readonly cacheName?: string; readonly now?: () => Date }): Promise<Tab>
  /** A tab that begins while the server can't be reached, in a browser where that person was signed in. */
  darkTab(of: Tab): Tab
  end(): Promise<void>
}

export async function weakWay({ server }: DeskServer): Promise<WeakWay> {
  const proxy = await startCuttingProxy(server.address, () => Infinity)
  const opened: Backend[] = []
  const held = new Map<string, number>()
  const open = (browser: TestBrowser, cacheName: string, now: () => Date): Tab => {
    const { fetch, WebSocket } = browser
    const { address } = proxy
    const backend = createHttpBackend({
      address,
      now,
      fetch,
      WebSocket,
      cacheName,
      pauses: SHORT_PAUSES,
      locks: memoryLocks(held),
    })
    opened.push(backend)
    return { backend, browser, cacheName }
  }
  return {
    proxy,
    cut() {
      proxy.lives = () => 0
      proxy.cutAll()
    },
    mend() {
      proxy.lives = () => Infinity
    },
    async tab(person, { cacheName = crypto.randomUUID(), now = NOW } = {}) {
      const browser = testBrowser(server.address, await beginSession(server, person))
      const tab = open(browser, cacheName, now)
      await until(() => tab.backend.link?.isUp, true)
      return tab
    },
    darkTab: ({ browser, cacheName }) => open(browser, cacheName, NOW),
    async end() {
      await Promise.all(opened.map((backend) => backend.close()))
      await proxy.end()
    },
  }
}
