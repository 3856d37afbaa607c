import { StorageFailure } from '../../rules/desk-storage.ts'
import type { Database } from '../database/open-database.ts'
import type { Log } from '../log.ts'
import { databaseFailure } from '../storage/database-failure.ts'
import { answerResponse } from './answer-response.ts'
import { isAlive } from './is-alive.ts'

/**
 * What is answered where something failed that nobody expected: an id, under which the log says what it was, and nothing
 * else of it. Where the database doesn't answer, that is why, and said so.
 */
export async function failureAnswer(
  error: unknown,
  { id, method, route }: { readonly id: string; readonly method: string; readonly route: string },
  { database, log }: { readonly database: Database; readonly log: Log },
): Promise<Response> {
  const fields = { id, method, route, error: error instanceof Error ? error : new Error(typeof error) }
  const isStorage = error instanceof StorageFailure || databaseFailure(error) !== null
  if (isStorage || !(await isAlive(database))) {
    log.error(fields, 'the database failed')
    return answerResponse({
      ok: false,
      reason: 'storage',
      message:
        'The desk’s database can’t be reached, so this was not done. What you wrote is kept in this browser. Try again in a moment.',
      id,
    })
  }
  log.error(fields, 'a request failed')
  return answerResponse({
    ok: false,
    reason: 'storage',
    message: `Something went wrong on the server, so this was not done. What is stored is safe. Try again; if it happens again, tell whoever runs Stet the number ${id}.`,
    id,
    status: 500,
  })
}
