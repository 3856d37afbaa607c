import type { HocuspocusProvider } from '@hocuspocus/provider'
import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'

/** A class like the browser's WebSocket. */
export type WebSocketClass = new (url: string) => WebSocket

export type LiveSocketOptions = {
  /** Address of the live connection: "ws://…/api/live". */
  readonly url: string
  readonly WebSocket: WebSocketClass
  /** Milliseconds from a lost connection to the next try, which grow up to `most`. */
  readonly pauses: { readonly first: number; readonly most: number }
}

/**
 * The one live connection of a tab, which all its documents share; it comes back by itself until it is destroyed. What
 * is said while it is down is not kept: every document begins anew with what it has when the connection is there
 * again, and an old message among the new ones would be taken for another (acks carry no numbers).
 */
export class LiveSocket extends HocuspocusProviderWebsocket {
  constructor({ url, WebSocket, pauses }: LiveSocketOptions) {
    super({
      url,
      WebSocketPolyfill: WebSocket,
      autoConnect: false,
      delay: pauses.first,
      minDelay: pauses.first,
      maxDelay: pauses.most,
      factor: 1.5,
      jitter: true,
    })
  }

  /** Is there a connection over which something can be said now? */
  get isOpen(): boolean {
    return this.webSocket?.readyState === 1
  }

  override send(message: unknown): void {
    if (this.isOpen) super.send(message)
  }

  /** Documents are known by their names: one that ends must not take a later one of the same name with it. */
  override detach(provider: HocuspocusProvider): void {
    if (this.configuration.providerMap.get(provider.configuration.name) === provider) super.detach(provider)
  }

  /**
   * Connects anew, at once: somebody else works here. Documents are known by their names alone, and what the server yet
   * answers to the one before would be taken for an answer to this one.
   */
  renew(): void {
    if (!this.shouldConnect) return
    this.shouldConnect = false
    // As if it had been lost: each document begins anew with the next.
    this.emit('close', { event: { code: 1000, reason: '' } })
    void this.connect()
  }

  /** Tries again now, whatever pause was being made. */
  hurry(): void {
    if (this.shouldConnect && !this.isOpen) void this.connect()
  }
}
