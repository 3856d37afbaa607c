import { expect, test } from 'vitest'
import { LiveSocket } from '../../../src/backends/http/live-socket.ts'
import type { WireEvents } from '../../../src/backends/http/story-wire.ts'
import { StoryWire } from '../../../src/backends/http/story-wire.ts'

class DeadWebSocket extends EventTarget {
  readonly readyState = 0
  binaryType = ''
  send(): void {}
  close(): void {}
}

const events: WireEvents = { heard() {}, ready() {}, lost() {}, refused() {}, awareness() {} }

test('a wire that ends leaves a later one of the same document its messages', () => {
  const socket = new LiveSocket({
    url: 'ws://model/api/live',
    WebSocket: DeadWebSocket as unknown as typeof WebSocket,
    pauses: { first: 1_000_000, most: 1_000_000 },
  })
  const wireOf = (): StoryWire => new StoryWire(socket, 'story/a/1', () => 'rita', 10, events)
  const [one, two] = [wireOf(), wireOf()]
  one.end()
  expect([...socket.configuration.providerMap.keys()]).toEqual(['story/a/1'])
  two.end()
  expect(socket.configuration.providerMap.size).toBe(0)
  socket.destroy()
})
