import { once } from 'node:events'
import { connect } from 'node:net'
import process from 'node:process'
import { expect, test } from 'vitest'
import { startTestServer } from './test-server.ts'

test.each(['/x', '/api/live'])(
  'a browser that asks for a socket at %s and breaks off harms nobody',
  async (path) => {
    const server = await startTestServer()
    const { port } = new URL(server.address)
    const unheard: unknown[] = []
    const hear = (error: unknown): void => void unheard.push(error)
    process.on('uncaughtException', hear)
    const breakOff = async (): Promise<void> => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.on('error', () => {})
      await once(socket, 'connect')
      const lines = [`GET ${path} HTTP/1.1`, 'Host: localhost', 'Connection: Upgrade', 'Upgrade: websocket']
      await new Promise((resolve) => {
        socket.write([...lines, '', ''].join('\r\n'), resolve)
      })
      socket.resetAndDestroy()
    }
    for (let round = 0; round < 20; round += 1) {
      await Promise.all(Array.from({ length: 10 }, breakOff))
      expect((await server.ask('GET', '/healthz')).status).toBe(200)
    }
    process.off('uncaughtException', hear)
    expect(unheard).toEqual([])
    await server.stop()
  },
  60_000,
)

test('a server that is told to stop before it has asked for a set-up code ends in peace, and prints none', async () => {
  const server = await startTestServer()
  const codes: string[] = []
  await server.stop()
  await server.whenEmpty((code) => codes.push(code))
  expect(codes).toEqual([])
}, 60_000)

test('a set-up code that can’t be made for another reason is said', async () => {
  const server = await startTestServer()
  await server.desk.database.close()
  await expect(server.whenEmpty(() => {})).rejects.toBeInstanceOf(Error)
  await server.stop().catch(() => {})
}, 60_000)
