import type { ColumnType, Generated } from 'kysely'

/**
 * The tables of a newsroom's database, as the last migration leaves them. Rows are kept whole as `json` (as text, so that
 * every character that a story may hold comes back), with columns of their own for what is searched and ordered by.
 */
export interface Tables {
  /**
   * A story's record. Its columns say what a list shows of it, also where it is damaged (`is_sound` is false then). `place`
   * is its sequence negated, `born` that at its creation.
   */
  records: {
    id: string
    place: number
    born: number
    status: string
    reporters: readonly string[]
    claimant: string | null
    unsummarised: boolean
    is_sound: boolean
    data: Json
  }
  /** How many records there are of each status; kept by a trigger. */
  story_counts: { status: string; stories: number }
  /** What a story can be found by, folded: each of its words once. */
  searches: { id: string; words: string }
  contents: { id: string; data: Json }
  sources: { id: string; data: Json }
  /** `by` is who wrote it; null where several did, or where that was not kept yet. */
  updates: { key: Generated<number>; story: string; epoch: number; bytes: Uint8Array; by: string | null }
  events: { sequence: number; story: string | null; data: Json }
  versions: { key: string; story: string | null; number: number | null; data: Json }
  copies: { key: string; story: string | null; number: number | null; data: Json; state: Uint8Array | null }
  verdicts: { sequence: number; story: string | null; data: Json }
  notices: { key: string; person: string | null; place: number | null; data: Json }
  late: { key: string; story: string | null; sequence: number | null; data: Json; update: Uint8Array | null }
  /** Their bytes lie in a folder or a bucket. `at` is an ISO instant. */
  pictures: {
    hash: string
    type: string
    size: number
    width: number
    height: number
    by: string | null
    at: string
  }
  people: {
    id: string
    name: string
    role: string
    /** In lower case; null where somebody never had an account here. */
    email: string | null
    is_active: Generated<boolean>
  }
  /** `data` is null where nothing is known under that name yet: the row is there to be locked. */
  meta: { name: string; data: Json | null }
  /** Answers of requests that may be repeated. `at` is an ISO instant. */
  answers: { key: string; answer: Json; at: string }
}

/** Read as a value, written as text. */
type Json = ColumnType<unknown, string, string>
