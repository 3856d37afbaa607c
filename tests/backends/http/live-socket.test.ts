import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createDecoder, readVarString } from 'lib0/decoding'
import { encode, writeVarString } from 'lib0/encoding'
import type { WebSocketClass } from '../../../src/backends/http/live-socket.ts'
import { LiveSocket } from '../../../src/backends/http/live-socket.ts'

/** A browser throws nothing where a connection is given up before it is there. */
class QuietSocket extends WebSocket {
  constructor(url: string) {
    super(url)
    this.on('error', () => undefined)
  }
}

let server: WebSocketServer
let socket: LiveSocket
let connections: WebSocket[]
let opened: number
let lost: number

beforeEach(async () => {
  connections = []
  opened = 0
  lost = 0
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (connection) => connections.push(connection))
  await once(server, 'listening')
  socket = new LiveSocket({
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    WebSocket: QuietSocket as unknown as WebSocketClass,
    // So long that nothing here is there because it was simply tried again.
    pauses: { first: 60_000, most: 60_000 },
  })
  socket.on('open', () => (opened += 1))
  socket.on('disconnect', () => (lost += 1))
})

afterEach(async () => {
  socket.destroy()
  for (const connection of server.clients) connection.terminate()
  await new Promise((resolve) => server.close(resolve))
})

/** As the server begins what it says: with the name of a document. */
const said = (document: string): Uint8Array => encode((encoder) => writeVarString(encoder, document))

const opens = (times: number): Promise<void> => vi.waitFor(() => expect(opened).toBe(times), 20_000)

test('connecting anew is done at once, and what is answered to the former is heard by nobody', async () => {
  const heard: unknown[] = []
  void socket.connect()
  await opens(1)
  socket.on('message', ({ data }: { data: ArrayBuffer }) =>
    heard.push(readVarString(createDecoder(new Uint8Array(data)))),
  )
  const [former] = connections
  former?.send(said('for the former'))
  socket.renew()
  await opens(2)
  expect(lost).toBe(1)
  connections[1]?.send(said('for the next'))
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0), 20_000)
  expect(heard).toEqual(['for the next'])
  await vi.waitFor(() => expect(former?.readyState).toBe(WebSocket.CLOSED), 20_000)
  expect(connections).toHaveLength(2)
})

test('documents hear of it as of a connection that was lost', async () => {
  const heard: string[] = []
  socket.on('close', () => heard.push('close'))
  socket.on('disconnect', () => heard.push('disconnect'))
  void socket.connect()
  await opens(1)
  socket.renew()
  await opens(2)
  expect(heard.toSorted()).toEqual(['close', 'disconnect'])
})

test('one that connects is begun anew, and there is one in the end', async () => {
  void socket.connect()
  socket.renew()
  await opens(1)
  await vi.waitFor(
    () => expect([...server.clients].filter((one) => one.readyState === WebSocket.OPEN)).toHaveLength(1),
    20_000,
  )
  expect(socket.isOpen).toBe(true)
})

test('where nobody works here there is nothing to connect anew', () => {
  socket.renew()
  expect(socket.status).toBe('disconnected')
  expect(lost).toBe(0)
})
