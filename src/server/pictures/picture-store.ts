/** Bytes of a file in a store, or of the part of it that was asked for. */
export type StoredFile = {
  /** Of the whole file. */
  readonly size: number
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
}

/** The first and the last byte of a part of a file. */
export type ByteRange = { readonly first: number; readonly last: number }

/**
 * Where pictures lie, and the parts of those that are still on their way. Names are made by the server alone
 * (`pictureName`, `partName`). Rejects with a `StorageFailure` where the store fails.
 */
export interface PictureStore {
  /** Stores a file whole, for good; a failure leaves nothing of it. The same again changes nothing. */
  put(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>
  /** A file or a part of it, which the file must have; null where there is none of that name. */
  get(name: string, range?: ByteRange): Promise<StoredFile | null>
  /** Takes a file away; nothing happens where there is none. */
  remove(name: string): Promise<void>
}

/** Where the picture with that SHA-256 (64 hex digits) lies. */
export const pictureName = (hash: string): string => `${hash.slice(0, 2)}/${hash.slice(2)}`

/** Where a part of an upload lies; its id is a UUID. */
export const partName = (part: string): string => `uploads/${part}`
