import { PICTURE_PART, uploadState } from '../wire/pictures.ts'
import type { UploadState } from '../wire/pictures.ts'
import type { Asked, Requests } from './requests.ts'
import { isUnanswered } from './requests.ts'
import type { SendPicture } from './send-picture.ts'

/** Bytes of the first part, and the fewest that are sent at once where the way is bad. */
const FIRST = 262_144
const FEWEST = 32_768
/** Milliseconds that one part may take. */
const PATIENCE = 60_000
/** Milliseconds that are waited at most where the server asks for a pause. */
const LONGEST = 60_000

type Part = {
  readonly asked: Asked<UploadState>
  /** Was it lost on the way, or is another one next? Whoever asks the server how far it is can go on. */
  readonly isLost: boolean
  /** Milliseconds that the server asks to wait. */
  readonly wait: number
}

/**
 * Sends pictures part by part, and goes on from what the server has where the way to it broke. `pauses` in milliseconds are
 * waited between tries that bring nothing more; after the last of them it gives up, and the same picture sent later goes
 * on where this one was. What the server has already is not sent at all.
 */
export function picturesInParts(requests: Requests, pauses: readonly number[]): SendPicture {
  return async (hash, picture, sent) => {
    const { size } = picture
    let most = FIRST
    let furthest = -1
    let vain = 0
    for (;;) {
      const begun = await requests.post('/api/uploads', uploadState, { hash, size })
      if (!begun.ok) return begun
      let { id, received } = begun.value
      if (received > furthest) vain = 0
      furthest = Math.max(furthest, received)
      let lost: Part | null = null
      while (id !== null && !lost) {
        sent?.(received / size)
        const part = await sendPart(requests, id, received, picture.slice(received, received + most))
        if (part.asked.ok) {
          most = Math.min(most * 2, PICTURE_PART)
          ;({ id, received } = part.asked.value)
        } else if (part.isLost) lost = part
        else return part.asked
      }
      if (!lost) {
        sent?.(1)
        return { ok: true, value: null }
      }
      if (received > furthest) vain = 0
      furthest = Math.max(furthest, received)
      most = Math.max(FEWEST, most / 2)
      const pause = pauses[vain]
      if (pause === undefined) return lost.asked
      vain += 1
      await waitFor(Math.max(pause, lost.wait))
    }
  }
}

async function sendPart(requests: Requests, id: string, start: number, body: Blob): Promise<Part> {
  const response = await requests.raw(`/api/uploads/${encodeURIComponent(id)}?start=${start}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body,
    signal: AbortSignal.timeout(PATIENCE),
  })
  if (!response) return { asked: LOST, isLost: true, wait: 0 }
  const asked = await requests.read(response, uploadState)
  if (asked.ok) return { asked, isLost: false, wait: 0 }
  const seconds = Number(response.headers.get('retry-after'))
  const isLost = isUnanswered(asked) || AGAIN.has(response.status)
  return { asked, isLost, wait: Number.isFinite(seconds) ? Math.min(seconds * 1000, LONGEST) : 0 }
}

/** Unknown there now, another part is next, too much at once: asked how far it is, the server says how to go on. */
const AGAIN: ReadonlySet<number> = new Set([404, 409, 429])

const LOST: Asked<never> = {
  ok: false,
  reason: 'storage',
  message:
    'The newsroom’s server can’t be reached just now, so the picture was not sent whole. Sent again, it goes on where it was.',
  unanswered: true,
}

const waitFor = (pause: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, pause))
