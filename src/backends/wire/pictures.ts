import { number, orNull, record, text } from '../../rules/shape.ts'

// What is asked and answered about a picture on its way to the server.

/** Bytes of one part of an upload, and of a picture that is sent in one go, at most. */
export const PICTURE_PART = 1_000_000

/** How much of a picture is there. `id` names the upload; null where nothing more is to be sent. */
export type UploadState = { readonly id: string | null; readonly received: number }

export const uploadState = record<UploadState>({
  id: orNull(text),
  received: number,
})
