import type { Database } from '../database/open-database.ts'

/** So long a database may take to say that it is there. */
const PATIENCE_MS = 2000

/** Whether the database answers. */
export async function isAlive(database: Pick<Database, 'ping'>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  const answer = database.ping().then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
