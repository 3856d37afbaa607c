import * as z from 'zod/mini'

// What is asked and answered about a picture on its way to the server.

/** Bytes of one part of an upload, and of a picture that is sent in one go, at most. */
export const PICTURE_PART = 1_000_000

/** SHA-256, in hex. */
const hash = z.string().check(z.regex(/^[\da-f]{64}$/))

/** A picture that somebody has and would like to send. Asked again, it goes on where it was. */
export const uploadRequest = z.strictObject({ hash, size: z.int().check(z.positive()) })

/** How much of a picture is there. `id` names the upload; null where nothing more is to be sent. */
export type UploadState = { readonly id: string | null; readonly received: number }

export const uploadState: z.ZodMiniType<UploadState> = z.object({
  id: z.nullable(z.string()),
  received: z.number(),
})
