import { Redis } from 'ioredis'
import type { Log } from '../log.ts'

/** Bytes on their way to a Redis that doesn't answer; what comes beyond that is dropped. */
const MOST_UNANSWERED = 8_000_000

export type RedisEvents = {
  onMessage(channel: string, message: Buffer): void
  /** The line works, for the first time or again: what was told meanwhile was missed. */
  onReady(): void
}

/**
 * A line to Redis, for telling and listening. It never waits: what can't be told now is dropped, for whoever misses it finds
 * it in the database. It connects again by itself.
 */
export class RedisLine {
  readonly #pub: Redis
  readonly #sub: Redis
  readonly #log: Log
  readonly #onReady: () => void
  readonly #channels = new Set<string>()
  #unanswered = 0
  #isListening = false
  #isReported = false
  #isClosed = false

  constructor(url: string, log: Log, events: RedisEvents) {
    this.#log = log
    this.#onReady = () => events.onReady()
    const options = {
      enableOfflineQueue: false,
      autoResubscribe: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      connectTimeout: 2000,
      commandTimeout: 5000,
      retryStrategy: (times: number) => Math.min(100 * 2 ** times, 2000),
    }
    this.#pub = new Redis(url, options)
    this.#sub = new Redis(url, options)
    for (const client of [this.#pub, this.#sub]) {
      client.on('error', (error) => this.#report(error))
      client.on('ready', () => void this.#begin())
      client.on('close', () => (this.#isListening = false))
    }
    this.#sub.on('messageBuffer', (channel: Buffer, message: Buffer) => {
      if (!this.#isClosed) events.onMessage(channel.toString(), message)
    })
  }

  /** What is told now is heard by all others that listen, as far as is known. */
  get isReady(): boolean {
    return this.#isListening
  }

  publish(channel: string, message: Buffer): void {
    if (this.#pub.status !== 'ready' || this.#unanswered + message.length > MOST_UNANSWERED) return
    this.#unanswered += message.length
    const answered = (): void => {
      this.#unanswered -= message.length
    }
    this.#pub.publish(channel, message).then(answered, answered)
  }

  subscribe(channel: string): void {
    this.#channels.add(channel)
    if (this.#sub.status === 'ready') this.#sub.subscribe(channel).catch((error) => this.#report(error))
  }

  unsubscribe(channel: string): void {
    this.#channels.delete(channel)
    if (this.#sub.status === 'ready') this.#sub.unsubscribe(channel).catch((error) => this.#report(error))
  }

  close(): void {
    this.#isClosed = true
    this.#isListening = false
    this.#pub.disconnect()
    this.#sub.disconnect()
  }

  async #begin(): Promise<void> {
    if (this.#pub.status !== 'ready' || this.#sub.status !== 'ready') return
    try {
      if (this.#channels.size > 0) await this.#sub.subscribe(...this.#channels)
    } catch (error) {
      // Without its channels the line is of no use: it begins anew.
      this.#report(error)
      if (!this.#isClosed) this.#sub.disconnect(true)
      return
    }
    if (this.#isClosed) return
    this.#isListening = true
    this.#isReported = false
    this.#log.info({}, 'connected to Redis')
    this.#onReady()
  }

  /** Once for each time that it is gone, not for each attempt. */
  #report(error: unknown): void {
    if (this.#isReported || this.#isClosed) return
    this.#isReported = true
    this.#log.warn(
      { error: error instanceof Error ? error : undefined },
      'Redis can’t be reached: other servers learn from the database what is new, some seconds later',
    )
  }
}
