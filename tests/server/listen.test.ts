import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { listen, patientServer, stopListening } from '../../src/server/listen.ts'

/** A server that answers when the test says so. */
async function slowServer() {
  let asked: (answer: ServerResponse) => void = () => {}
  const arrived = new Promise<ServerResponse>((resolve) => (asked = resolve))
  const server = createServer((_, answer) => asked(answer))
  const port = await listen(server, 0, '127.0.0.1')
  return { server, arrived, address: `http://127.0.0.1:${port}/` }
}

test('what is under way when the server stops is answered, and nothing new is taken', async () => {
  const { server, arrived, address } = await slowServer()
  const answer = fetch(address)
  const waiting = await arrived
  const stopped = stopListening(server)
  await expect(fetch(address)).rejects.toThrow('fetch failed')
  waiting.end('stored')
  expect(await (await answer).text()).toBe('stored')
  await stopped
  expect(server.listening).toBe(false)
})

test('what never ends is cut off when its time is up', async () => {
  const { server, arrived, address } = await slowServer()
  const answer = fetch(address).then(
    () => 'answered',
    () => 'cut off',
  )
  await arrived
  await stopListening(server, 1)
  expect(await answer).toBe('cut off')
})

test('a port that is taken rejects', async () => {
  const first = createServer()
  const port = await listen(first, 0, '127.0.0.1')
  await expect(listen(createServer(), port, '127.0.0.1')).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await stopListening(first)
})

test.each([
  ['headers', 'POST / HTTP/1.1\r\nHost: localhost\r\n'],
  ['a body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf'],
])('whoever lets %s trickle is let go', async (_, begun) => {
  const server = patientServer({ headers: 50, whole: 100, looks: 20 })
  const port = await listen(server, 0, '127.0.0.1')
  const socket = connect(port, '127.0.0.1')
  socket.write(begun)
  let said = ''
  for await (const chunk of socket) said += String(chunk)
  expect(said).toContain('408 Request Timeout')
  await stopListening(server)
})
