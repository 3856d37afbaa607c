import type { Database } from '../database/open-database.ts'
import { isAlive } from './is-alive.ts'

/** So long (ms) an answer stands for whoever asks next. */
const STANDS = 1000

/**
 * Whether the database answers, asked of it at most once a second however many ask: anybody may, and each time would take a
 * connection from those who work. `clock` in milliseconds, never going back.
 */
export function sharedPulse(database: Pick<Database, 'ping'>, clock: () => number): () => Promise<boolean> {
  let last: { readonly at: number; readonly answer: Promise<boolean> } | null = null
  return () => {
    const now = clock()
    if (last === null || now - last.at >= STANDS) last = { at: now, answer: isAlive(database) }
    return last.answer
  }
}
