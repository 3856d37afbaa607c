/** PostgreSQL's numbers of the types that its drivers read differently. */
const BYTEA = 17
const INT8 = 20
const NUMERIC = 1700

/** How values of some types are read from text, the same from both databases: counts and keys as numbers, bytes as Uint8Array. */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [BYTEA]: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
  [INT8]: Number,
  [NUMERIC]: Number,
}
