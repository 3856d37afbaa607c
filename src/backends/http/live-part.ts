import { DeskWire, type DeskWireEvents } from './desk-wire.ts'
import { LiveSocket, type LiveSocketOptions } from './live-socket.ts'
import { StoryWire, type Wire, type WireEvents } from './story-wire.ts'

export type LiveOptions = LiveSocketOptions & {
  /** Milliseconds before a live document that the server closed is begun anew. */
  readonly again: number
  /** The connection was lost, or did not come. */
  readonly disconnected: () => void
}

/** The live connection of this tab, and the documents over it. */
export type LivePart = {
  readonly socket: Pick<LiveSocket, 'isOpen' | 'connect' | 'renew' | 'disconnect' | 'hurry' | 'destroy'>
  readonly deskWire: (events: DeskWireEvents) => DeskWire
  /** A document by its name; `token` says who this tab takes itself to be. */
  readonly storyWire: (name: string, token: () => string, events: WireEvents) => Wire
}

/** Makes the live connection, which is not connected yet. This file is loaded late, with its library (late-live.ts). */
export function livePart({ again, disconnected, ...options }: LiveOptions): LivePart {
  const socket = new LiveSocket(options)
  socket.on('disconnect', disconnected)
  return {
    socket,
    deskWire: (events) => new DeskWire(socket, again, events),
    storyWire: (name, token, events) => new StoryWire(socket, name, token, again, events),
  }
}
