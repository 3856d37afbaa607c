import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { AccountDatabase } from './account-tables.ts'
import type { BackOff } from './back-off.ts'
import { oneMore, waitAfter } from './back-off.ts'

/** One thing by which tries are counted: an account, a network, both together. */
export type Counter = { readonly name: string; readonly backOff: BackOff }

/** Counters of failures are forgotten after so many milliseconds. */
const FORGOTTEN = 31 * 24 * 60 * 60_000

/**
 * Tries to come in, counted in the database, so that all servers count together and a restart forgives nothing. What is
 * counted is stored as a keyed hash: nobody reads mail addresses or networks there.
 */
export class Attempts {
  readonly #database: AccountDatabase
  readonly #secret: string
  readonly #now: () => Date

  constructor(database: AccountDatabase, secret: string, now: () => Date) {
    this.#database = database
    this.#secret = secret
    this.#now = now
  }

  /**
   * Milliseconds to wait before the next try, counting none; or 0, and this one is counted as failed with all counters until
   * `succeed` says otherwise. So of many tries sent at once no more are looked at than of as many one after the other.
   */
  begin(counters: readonly Counter[]): Promise<number> {
    const now = this.#now()
    const byKey = new Map(counters.map((counter) => [this.#keyOf(counter.name), counter.backOff]))
    const keys = [...byKey.keys()].toSorted()
    return this.#database.transaction().execute(async (tx) => {
      await tx
        .insertInto('sign_in_failures')
        .values(keys.map((key) => ({ key, count: 0, last_at: now, known_at: null })))
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute()
      const rows = await tx
        .selectFrom('sign_in_failures')
        .where('key', 'in', keys)
        .selectAll()
        .orderBy('key')
        .forUpdate()
        .execute()
      const states = rows.flatMap(({ key, count, last_at }) => {
        const backOff = byKey.get(key)
        // Where a clock was moved back, the last failure is taken to be now: its wait passes, and isn't begun again and again.
        const last = last_at > now ? now : last_at
        return backOff ? [{ key, backOff, failures: { count, last } }] : []
      })
      const wait = Math.max(0, ...states.map(({ failures, backOff }) => waitAfter(failures, now, backOff)))
      for (const { key, failures, backOff } of states) {
        const next = wait > 0 ? failures : oneMore(failures, now, backOff)
        await tx
          .updateTable('sign_in_failures')
          .set({ count: next.count, last_at: next.last })
          .where('key', '=', key)
          .execute()
      }
      return wait
    })
  }

  /** The try that was begun went well: `forgiven` begin anew, and of `shared` only this one is taken back. */
  async succeed(forgiven: readonly string[], shared: readonly string[]): Promise<void> {
    const now = this.#now()
    // One row at a time: whoever holds one lock only is in nobody's way.
    for (const name of forgiven) {
      await this.#counter(name).set({ count: 0, known_at: now }).execute()
    }
    for (const name of shared) {
      await this.#counter(name)
        .set({ count: sql<number>`greatest(0, count - 1)` })
        .execute()
    }
    await this.#database
      .deleteFrom('sign_in_failures')
      .where('last_at', '<', new Date(now.getTime() - FORGOTTEN))
      .execute()
  }

  /** Whether a try under that name went well in the last month. */
  async isKnown(name: string): Promise<boolean> {
    const row = await this.#database
      .selectFrom('sign_in_failures')
      .where('key', '=', this.#keyOf(name))
      .select('known_at')
      .executeTakeFirst()
    const at = row?.known_at
    return at instanceof Date && this.#now().getTime() - at.getTime() < FORGOTTEN
  }

  #keyOf(name: string): string {
    return createHmac('sha256', this.#secret).update(`attempts ${name}`).digest('base64url')
  }

  #counter(name: string) {
    return this.#database.updateTable('sign_in_failures').where('key', '=', this.#keyOf(name))
  }
}
