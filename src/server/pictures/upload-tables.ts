import type { Tables } from '../database/tables.ts'

/** Tables of pictures on their way. `at` is an ISO instant. */
export type OnTheirWay = {
  /** One for each person and picture. `received` counts bytes from the start without a gap; `at` is when the last came. */
  readonly uploads: {
    readonly id: string
    readonly hash: string
    readonly by: string
    readonly size: number
    readonly received: number
    readonly at: string
  }
  /** Parts that are stored, or were to be; `start` is the place of the first byte. */
  readonly upload_parts: {
    readonly id: string
    readonly upload: string
    readonly start: number
    readonly size: number
    readonly is_stored: boolean
    readonly at: string
  }
}

/** The desk's tables with those of pictures on their way. */
export type UploadTables = Tables & OnTheirWay
