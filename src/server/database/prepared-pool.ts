import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'

/** A statement that begins so is parsed and planned once for each connection, and not each time it is run. */
export const PREPARED = '/* prepared */ '

/**
 * A pool that keeps the statements that ask for it prepared: those on the way of every keystroke, of which there are a few dozen.
 * All others are planned for the values they come with.
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
  const preparing = (client: PoolClient): PostgresPoolClient =>
    ({
      query: (text: string, values: readonly unknown[]) =>
        text.startsWith(PREPARED)
          ? client.query({ name: nameOf(text), text, values: [...values] })
          : client.query(text, [...values]),
      release: (isBroken?: boolean) => client.release(isBroken),
    }) as unknown as PostgresPoolClient

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
