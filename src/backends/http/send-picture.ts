import * as z from 'zod/mini'
import type { Asked, Requests } from './requests.ts'
import { isUnanswered } from './requests.ts'

/** Sends a picture under the hash of its bytes; `sent` is told how much (0 to 1) is there. */
export type SendPicture = (
  hash: string,
  picture: Blob,
  sent?: (share: number) => void,
) => Promise<Asked<unknown>>

const LOST: Asked<never> = {
  ok: false,
  reason: 'storage',
  message: 'The newsroom’s server can’t be reached just now, so the picture was not sent.',
  unanswered: true,
}

/** Sends pictures whole, and again where the way to the server broke; `pauses` in milliseconds between the tries. */
export function wholePictures(requests: Requests, pauses: readonly number[]): SendPicture {
  return async (hash, picture, sent) => {
    for (let time = 0; ; time++) {
      sent?.(0)
      const headers = { 'content-type': picture.type }
      const response = await requests.raw(`/api/pictures/${hash}`, { method: 'PUT', headers, body: picture })
      const asked = response ? await requests.read(response, z.unknown()) : LOST
      if (asked.ok) sent?.(1)
      const pause = pauses[time]
      if (asked.ok || !isUnanswered(asked) || pause === undefined) return asked
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}
