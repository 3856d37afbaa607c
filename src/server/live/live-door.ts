import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { WebSocket } from 'ws'
import type { SessionOf, SignedIn } from '../accounts/session-of.ts'
import type { Log } from '../log.ts'

/** What a message of a document has around its update. */
const ENVELOPE = 1_024

export type Opened = {
  readonly headers: Headers
  readonly signedIn: SignedIn
  /** What the socket's frames go through. */
  readonly stream: Duplex
}

export type Door = {
  /** Whose session a browser has. */
  readonly sessionOf: SessionOf
  /** The public address: pages from elsewhere don't come in, though the browser sends their cookies along. */
  readonly origin: string
  /** Bytes of the largest message that is read: what is larger ends the socket without a word. */
  readonly largest: number
  readonly log: Log
  /** The status with which somebody who is signed in is sent away for now, or null. */
  refuses(signedIn: SignedIn): 429 | 503 | null
  enter(ws: WebSocket, request: IncomingMessage, opened: Opened): void
}

/** Lets browsers in that show a page of this newsroom's and have a session. The rest never get a socket. */
export function liveDoor(door: Door): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: door.largest + ENVELOPE,
    perMessageDeflate: false,
  })
  return (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (request.headers.origin !== door.origin) return sendAway(socket, 403)
    const headers = headersOf(request.headers)
    door.sessionOf(headers).then(
      (signedIn) => {
        if (!signedIn) return sendAway(socket, 401)
        const status = door.refuses(signedIn)
        if (status) return sendAway(socket, status)
        server.handleUpgrade(request, socket, head, (ws) =>
          door.enter(ws, request, { headers, signedIn, stream: socket }),
        )
      },
      (error: unknown) => {
        door.log.error(
          { error: error instanceof Error ? error : undefined },
          'a live connection’s session could not be looked up',
        )
        sendAway(socket, 503)
      },
    )
  }
}

const STATUSES = {
  401: 'Unauthorized',
  403: 'Forbidden',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
} as const

function sendAway(socket: Duplex, status: keyof typeof STATUSES): void {
  socket.end(`HTTP/1.1 ${status} ${STATUSES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function headersOf(headers: IncomingHttpHeaders): Headers {
  const found = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value].flat()) if (one !== undefined) found.append(name, one)
  }
  return found
}
