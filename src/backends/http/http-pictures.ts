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
    if (!isUnanswered(asked) || !person) return asOutcome<never>(asked)
    // The server can't be reached: it is kept here, shown from here, and sent when that is possible.
    try {
      const { type } = picture
      await outbox.addUpload({ key: `${person.id}/${hash}`, person: person.id, hash, type, bytes })
    } catch (error) {
      if (!(error instanceof StorageFailure)) throw error
      return { ok: false, reason: 'storage', message: error.message }
    }
    await seen.keepPicture(hash, picture)
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

  /** Sends what waits of whoever works here. */
  async drain(): Promise<void> {
    const { outbox, send } = this.#parts
    for (const row of await this.#uploads()) {
      const asked = await send(row.hash, new Blob([row.bytes], { type: row.type }))
      if (!asked.ok && isUnanswered(asked)) return
      // What is no picture will not be taken later either; whatever else it is refused for may pass.
      if (asked.ok || asked.reason === 'invalid') await outbox.removeUpload(row.key)
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
