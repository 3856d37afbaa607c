/** What one server tells all others, itself included. Told after it is stored, and never more than that something is new. */
export type DeskNews =
  /** Records changed. */
  | { readonly kind: 'changed'; readonly ids: readonly string[] }
  /** People or their roles changed. */
  | { readonly kind: 'people' }
  /** What stories are checked for changed. */
  | { readonly kind: 'checks' }
  /** These people have new notices, or have read some. */
  | { readonly kind: 'notices'; readonly people: readonly string[] }
  /** Updates were stored past the live document of this epoch: whoever holds it catches up from the database. */
  | { readonly kind: 'update'; readonly story: string; readonly epoch: number }
  /** A session ended, or, where it is null, all of that person's: their live connections are closed. */
  | { readonly kind: 'ended'; readonly person: string; readonly session: string | null }

/**
 * The way between the servers of one newsroom. News may be lost where that way is broken, so nobody may depend on them:
 * whoever missed some finds it all in the database.
 */
export interface DeskHub {
  /** Tells this server at the end of this turn, whatever happens to the way to the others, and those as soon as it can. */
  post(news: DeskNews): void
  /** Returns the way to stop listening. */
  listen(listener: (news: DeskNews) => void): () => void
  close(): Promise<void>
}
