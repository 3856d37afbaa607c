import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Person } from '../../../src/domain/person.ts'
import type { LiveNews, LiveRefusal } from '../../../src/backends/wire/live.ts'
import { DESK_DOCUMENT, documentName, liveNews, liveRefusal } from '../../../src/backends/wire/live.ts'
import { WRONG, type Shape } from '../../../src/rules/shape.ts'
import { ORIGIN } from './live-stage.ts'

function understood<Value>(shape: Shape<Value>, said: unknown): Value {
  const found = shape(said)
  if (found === WRONG) throw new Error(`not understood: ${JSON.stringify(said)}`)
  return found
}

/** A WebSocket that sends what a browser would: its cookies, and which page opened it. */
export function socketWith(headers: Readonly<Record<string, string>>): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers })
      // One that is closed before it is open says so; nobody waits for it.
      this.on('error', () => {})
    }
  } as typeof WebSocket
}

/** One open document of a tab. */
export type OpenDocument = {
  readonly doc: Y.Doc
  readonly provider: HocuspocusProvider
  /** How many of its messages are not acknowledged. */
  readonly unsent: number
  /** Resolves with the first refusal, at opening or later. */
  readonly refusal: Promise<LiveRefusal>
  readonly news: readonly LiveNews[]
  close(): void
}

export type Tab = {
  readonly socket: HocuspocusProviderWebsocket
  /** Codes with which the server closed the socket. */
  readonly closes: readonly number[]
  open(name: string, doc?: Y.Doc): OpenDocument
  story(id: string, epoch?: number, doc?: Y.Doc): OpenDocument
  desk(): OpenDocument
  leave(): void
}

/** A tab in which that person, or that session, is at work; `token` is who it takes itself to be. It ends with the test. */
export function openTab(url: string, who: Person | string, token = ''): Tab {
  const session = typeof who === 'string' ? who : who.id
  const closes: number[] = []
  const socket = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: socketWith({ cookie: `session=${session}`, origin: ORIGIN }),
    delay: 20,
    minDelay: 20,
    maxDelay: 200,
    onClose: ({ event }) => closes.push(event.code),
  })
  const tab: Tab = {
    socket,
    closes,
    open(name, doc = new Y.Doc()) {
      let refused: (refusal: LiveRefusal) => void = () => {}
      const refusal = new Promise<LiveRefusal>((resolve) => (refused = resolve))
      const hear = (reason: string): void => {
        if (reason.startsWith('{')) refused(understood(liveRefusal, JSON.parse(reason)))
      }
      const news: LiveNews[] = []
      const provider = new HocuspocusProvider({
        websocketProvider: socket,
        name,
        document: doc,
        token,
        onAuthenticationFailed: ({ reason }) => hear(reason),
        onClose: ({ event }) => hear(event.reason),
        onStateless: ({ payload }) => news.push(understood(liveNews, JSON.parse(payload))),
      })
      provider.attach()
      return {
        doc,
        provider,
        get unsent() {
          return provider.unsyncedChanges
        },
        refusal,
        news,
        close: () => provider.destroy(),
      }
    },
    story: (id, epoch = 1, doc) => tab.open(documentName(id, epoch), doc),
    desk: () => tab.open(DESK_DOCUMENT),
    leave: () => socket.destroy(),
  }
  onTestFinished(() => tab.leave())
  return tab
}

export const headline = ({ doc }: Pick<OpenDocument, 'doc'>): string => doc.getText('headline').toJSON()

/** Waits, without a clock of its own, until something holds. */
export async function until(holds: () => boolean | Promise<boolean>, what = 'it'): Promise<void> {
  const end = Date.now() + 15_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what} never came to hold`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Waits until a document holds what the server holds, and the server what it holds. */
export const synced = (open: OpenDocument): Promise<void> =>
  until(() => open.provider.isSynced && open.unsent === 0, 'synced')
