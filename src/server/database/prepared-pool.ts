import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'

/** A statement that begins so is parsed and planned once for each connection, and not each time it is run. */
export const PREPARED = '/* prepared */ '

/** Whether an exception says that the database didn't answer in time: it may still do what it was told. */
const isUnanswered = (error: unknown): error is Error =>
  error instanceof Error && error.message === 'Query read timeout'

/**
 * A pool that keeps the statements that ask for it prepared: those on the way of every keystroke, of which there are a few dozen.
 * All others are planned for the values they come with. A connection that didn't answer is used no more.
 */
export function preparedPool(pool: Pool): PostgresPool {
  const names = new Map<string, string>()
  const clients = new WeakMap<PoolClient, PostgresPoolClient>()

  const nameOf = (text: string): string => {
    const name = names.get(text) ?? `stet${names.size}`
    names.set(text, name)
    return name
  }

  // Kysely asks only for rows: the other ways to call a client are cursors, which nobody here has.
  const preparing = (client: PoolClient): PostgresPoolClient => {
    let silent: Error | null = null
    const ask = async (text: string, values: readonly unknown[]) => {
      // Whatever is said after that would wait behind what wasn't answered.
      if (silent) throw silent
      try {
        return await (text.startsWith(PREPARED)
          ? client.query({ name: nameOf(text), text, values: [...values] })
          : client.query(text, [...values]))
      } catch (error) {
        if (isUnanswered(error)) silent = error
        throw error
      }
    }
    const release = (isBroken?: boolean): void => client.release(isBroken || silent !== null)
    return { query: ask, release } as unknown as PostgresPoolClient
  }

  return {
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? preparing(client)
      clients.set(client, known)
      return known
    },
    end: () => pool.end(),
  }
}
