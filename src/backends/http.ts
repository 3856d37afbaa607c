import type { Backend } from './backend.ts'
import { followPage } from './http/follow-page.ts'
import { HttpBackend } from './http/http-backend.ts'
import type { HttpOptions } from './http/http-parts.ts'
import { HttpParts } from './http/http-parts.ts'
import { renewLog } from './renew-log.ts'

/**
 * The newsroom's server as a backend: everything is stored there, and this browser keeps what it saw last and what waits
 * to be sent. Answers at once; who works here is asked of the server.
 */
export function createHttpBackend(options: HttpOptions): Backend {
  if (typeof document === 'undefined') return new HttpBackend(new HttpParts(options))
  const log = renewLog()
  const backend = new HttpBackend(new HttpParts({ mayWrite: log.ready, ...options }))
  backend.whenClosed(followPage(backend))
  backend.whenClosed(log.end)
  return backend
}
