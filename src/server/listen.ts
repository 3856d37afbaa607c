import { once } from 'node:events'
import type { Server } from 'node:http'
import { createServer } from 'node:http'

/**
 * So long (ms) a request may take to come: its headers, and all of it. The largest, 16 MB, come over a slow line in that;
 * whoever lets one trickle holds nothing open for longer, nor acts long after they asked.
 */
const TIMES = { headers: 15_000, whole: 60_000, looks: 5_000 }

/** A server that doesn't wait for ever for what was begun to be asked. Milliseconds. */
export const patientServer = ({ headers, whole, looks } = TIMES): Server =>
  createServer({ headersTimeout: headers, requestTimeout: whole, connectionsCheckingInterval: looks })

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
