import type { Backend } from './backend.ts'
import { followPage } from './http/follow-page.ts'
import { HttpBackend } from './http/http-backend.ts'
import type { HttpOptions } from './http/http-parts.ts'
import { HttpParts } from './http/http-parts.ts'

/**
 * The newsroom's server as a backend: everything is stored there, and this browser keeps what it saw last and what waits
 * to be sent. Answers at once; who works here is asked of the server.
 */
export function createHttpBackend(options: HttpOptions): Backend {
  if (typeof document === 'undefined') return new HttpBackend(new HttpParts(options))
  // Loaded beside what a page begins with, which has no room for it. Where it doesn't come, the page goes on without.
  const log = import('./renew-log.ts').then(({ renewLog }) => renewLog())
  const mayWrite = log.then(({ ready }) => ready).catch(() => undefined)
  const backend = new HttpBackend(new HttpParts({ mayWrite, ...options }))
  backend.whenClosed(followPage(backend))
  backend.whenClosed(() => void log.then(({ end }) => end()).catch(() => undefined))
  return backend
}
