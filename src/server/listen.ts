import { once } from 'node:events'
import type { Server } from 'node:http'

/** Takes the port, and answers with its number; rejects where it can't be had. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}

/** So long (ms) requests that are under way may take when the server stops. */
const GRACE = 10_000

/** Takes no more connections, lets what is under way end, and cuts off what doesn't. */
export async function stopListening(server: Server, grace = GRACE): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), grace)
  await closed
  clearTimeout(timer)
}
