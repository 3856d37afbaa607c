import { asking, checked, either, list, number, oneOf, record, text } from '../rules/shape.ts'

/** What one tab tells the others. Only what is stored is told, so that nobody builds on what may yet be lost. */
export type DeskMessage =
  | { readonly kind: 'update'; readonly story: string; readonly epoch: number; readonly update: Uint8Array }
  /** Records that changed. */
  | { readonly kind: 'changed'; readonly ids: readonly string[] }
  /** People, or the one at work, changed. */
  | { readonly kind: 'people' }
  /** What stories are checked for changed. */
  | { readonly kind: 'checks' }

/** The way between the tabs of one desk. */
export interface Hub {
  /** Tells all others, not oneself. */
  post(message: DeskMessage): void
  listen(listener: (message: DeskMessage) => void): void
  close(): void
}

const message = either(
  record({
    kind: oneOf('update'),
    story: text,
    epoch: number,
    update: asking((value) => ArrayBuffer.isView(value)),
  }),
  record({ kind: oneOf('changed'), ids: list(text) }),
  record({ kind: oneOf('people', 'checks') }),
)

/** A hub over BroadcastChannel. Without one (very old browsers) tabs catch up when they are looked at. */
export function channelHub(name: string): Hub {
  if (typeof BroadcastChannel === 'undefined') return { post() {}, listen() {}, close() {} }
  const channel = new BroadcastChannel(name)
  let isClosed = false
  return {
    post(message) {
      if (!isClosed) channel.postMessage(message)
    },
    listen(listener) {
      channel.addEventListener('message', (event: MessageEvent<unknown>) => {
        // Another version of Stet may be talking: what is not understood is no message.
        const heard = checked(message, event.data) as DeskMessage | null
        if (heard) listener(heard)
      })
    },
    close() {
      isClosed = true
      channel.close()
    },
  }
}

/** A hub between several backends in one page. */
export function memoryHub(listeners: Set<(message: DeskMessage) => void>): Hub {
  const mine = new Set<(message: DeskMessage) => void>()
  let isClosed = false
  return {
    post(message) {
      if (isClosed) return
      for (const listener of listeners) {
        if (mine.has(listener)) continue
        // Whoever closes meanwhile hears no more, as over a channel.
        queueMicrotask(() => {
          if (listeners.has(listener)) listener(message)
        })
      }
    },
    listen(listener) {
      mine.add(listener)
      listeners.add(listener)
    },
    close() {
      isClosed = true
      for (const listener of mine) listeners.delete(listener)
    },
  }
}
