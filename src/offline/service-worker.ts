import { KeptApp, type BuiltFile } from './kept-app.ts'
import { isKeptOnUse, wayOf } from './way-of.ts'

// Lets the app open without a network, once it was visited. A script of its own; what it keeps is the app, never a story:
// those are the backend's.

/** What a service worker has and a page has not, as far as it is used here. */
type Worker = {
  readonly __WB_MANIFEST: readonly BuiltFile[]
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
}
type Lasting = { waitUntil(work: Promise<unknown>): void }
type Fetching = Lasting & {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

declare const self: Worker

/** How long a server that does not answer is waited for, in milliseconds, where the page is kept here. */
const PATIENCE = 4000

// oxlint-disable-next-line eslint/no-underscore-dangle -- the name that the build puts its list in place of
const listed = self.__WB_MANIFEST
const app = new KeptApp(listed.map(({ url, revision }) => ({ url: `/${url.replace(/^\//u, '')}`, revision })))
const files = new Set(listed.map(({ url }) => `/${url.replace(/^\//u, '')}`))

self.addEventListener('install', (event) => event.waitUntil(app.fill()))

self.addEventListener('activate', (event) => event.waitUntil(app.take().then(() => self.clients.claim())))

// The page says when: nobody's page is taken from under what they write.
self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const way = wayOf(event.request, self.location.origin, files)
  if (way === 'file') event.respondWith(fileFor(event))
  else if (way === 'page') event.respondWith(pageFor(event))
})

async function fileFor(event: Fetching): Promise<Response> {
  const kept = await app.file(event.request)
  if (kept) return kept
  const answer = await fetch(event.request)
  const { pathname } = new URL(event.request.url)
  // Where there is no room for it, it is fetched again next time.
  if (isKeptOnUse(pathname)) event.waitUntil(app.keepUsed(pathname, answer.clone()).catch(() => {}))
  return answer
}

async function pageFor(event: Fetching): Promise<Response> {
  const kept = await app.page()
  const asked = fetch(event.request)
  if (!kept) return asked
  const late = new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), PATIENCE)
  })
  try {
    const answer = await Promise.race([asked, late])
    // A gateway that stands before a server that is down is not the app.
    if (!answer || answer.status >= 500) return kept
    if (answer.ok) event.waitUntil(app.keepPage(answer.clone()))
    return answer
  } catch {
    return kept
  }
}
