import type { Asked } from './requests.ts'

/** Sends a picture under the hash of its bytes; `sent` is told how much (0 to 1) is there. */
export type SendPicture = (
  hash: string,
  picture: Blob,
  sent?: (share: number) => void,
) => Promise<Asked<unknown>>
