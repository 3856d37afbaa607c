import { hashOf } from '../../domain/picture-hash.ts'
import { StorageFailure } from '../../rules/desk-storage.ts'
import { nothing } from '../../rules/shape.ts'
import type { Outcome, Refusal } from '../backend.ts'
import type { UploadRow } from './cache-database.ts'
import type { Outbox } from './outbox.ts'
import type { Requests } from './requests.ts'
import { asOutcome, isUnanswered } from './requests.ts'
import type { SeenCache } from './seen-cache.ts'
import type { Session } from './session.ts'
import type { SendPicture } from './send-picture.ts'

type Parts = {
  readonly requests: Requests
  readonly seen: SeenCache
  readonly outbox: Outbox
  readonly session: Session
  readonly send: SendPicture
  /** Milliseconds until what could not be sent is tried again, growing up to `most`. */
  readonly again: { readonly first: number; readonly most: number }
}

const insecure = (): Refusal => ({
  ok: false,
  reason: 'storage',
  message:
    'Pictures can be kept only at a secure address: open Stet over https, or on this machine as localhost.',
})

/** Pictures on the server, those that were seen kept here, and those that wait to be sent. */
export class HttpPictures {
  readonly #parts: Parts
  #draining: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #isOver = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  async put(picture: Blob, sent?: (share: number) => void): Promise<Outcome<{ readonly hash: string }>> {
    const { seen, outbox, session, send } = this.#parts
    const bytes = await picture.arrayBuffer()
    const hash = await hashOf(bytes)
    if (hash === null) return insecure()
    const asked = await send(hash, picture, sent)
    if (asked.ok) {
      void seen.keepPicture(hash, picture)
      return { ok: true, value: { hash } }
    }
    const { person } = session
    const waits = isUnanswered(asked) || asked.wait !== undefined
    if (!waits || !person) return asOutcome<never>(asked)
    // The server can't be reached, or has too much to do: it is kept here, shown from here, and sent when that is possible.
    try {
      const { type } = picture
      await outbox.addUpload({ key: `${person.id}/${hash}`, person: person.id, hash, type, bytes })
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
      return { ok: false, reason: 'storage', message: error.message }
    }
    await seen.keepPicture(hash, picture)
    this.#later(asked.wait ?? 0)
    sent?.(1)
    return { ok: true, value: { hash } }
  }

  async get(hash: string): Promise<Outcome<Blob | null>> {
    const { requests, seen } = this.#parts
    const kept = (await seen.picture(hash)) ?? (await this.#waiting(hash))
    // What is named by its content never changes.
    if (kept) return { ok: true, value: kept }
    const response = await requests.raw(`/api/pictures/${encodeURIComponent(hash)}`)
    if (response?.ok) {
      const found = await response.blob().catch(() => null)
      if (found) {
        void seen.keepPicture(hash, found)
        return { ok: true, value: found }
      }
    }
    if (!response || response.ok) return unreached()
    const asked = await requests.read(response, nothing)
    if (asked.ok || (!isUnanswered(asked) && asked.reason === 'not found')) return { ok: true, value: null }
    return asOutcome<never>(asked)
  }

  /** Sends what waits of whoever works here; what the server doesn't take now it gets later, without being asked. */
  drain(): Promise<void> {
    this.#draining ??= this.#drain().finally(() => {
      this.#draining = null
    })
    return this.#draining
  }

  /** Sends nothing more by itself. */
  end(): void {
    this.#isOver = true
    clearTimeout(this.#timer)
  }

  async #drain(): Promise<void> {
    const { send } = this.#parts
    let wait: number | null = null
    for (const row of await this.#uploads()) {
      const asked = await send(row.hash, new Blob([row.bytes], { type: row.type }))
      // What is no picture will not be taken later either; whatever else it is refused for may pass.
      if (asked.ok || (!isUnanswered(asked) && asked.reason === 'invalid')) await this.#remove(row)
      else {
        wait = Math.max(wait ?? 0, asked.wait ?? 0)
        // One that can't be stored keeps no other from it.
        if (isUnanswered(asked) || wait > 0) break
      }
    }
    if (wait === null) this.#failures = 0
    else this.#later(wait)
  }

  #later(wait: number): void {
    if (this.#isOver) return
    const { first, most } = this.#parts.again
    const pause = Math.min(Math.max(wait, first * 2 ** this.#failures), most)
    this.#failures += 1
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.drain(), pause)
  }

  async #remove({ key }: UploadRow): Promise<void> {
    try {
      await this.#parts.outbox.removeUpload(key)
    } catch (error) {
      // Sent again it changes nothing.
      if (!(error instanceof StorageFailure)) throw error
    }
  }

  async #waiting(hash: string): Promise<Blob | null> {
    const row = (await this.#uploads()).find((each) => each.hash === hash)
    return row ? new Blob([row.bytes], { type: row.type }) : null
  }

  async #uploads(): Promise<readonly UploadRow[]> {
    const { outbox, session } = this.#parts
    if (!session.person) return []
    try {
      return await outbox.uploadsOf(session.person.id)
    } catch (error) {
      if (error instanceof StorageFailure) return []
      throw error
    }
  }
}

const unreached = (): Refusal => ({
  ok: false,
  reason: 'storage',
  message:
    'This picture is not kept in this browser, and the newsroom’s server can’t be reached. It is shown when the connection is back.',
})
