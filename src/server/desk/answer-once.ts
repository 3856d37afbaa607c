import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Person } from '../../domain/person.ts'
import { invalid } from '../../rules/refusals.ts'
import type { SqlTransaction } from '../storage/sql-transaction.ts'

/** A request that may be sent again, as its answer may be lost. `asks` is all that it asks for. */
export type Repeatable = { readonly key: string | null; readonly person: Person; readonly asks: unknown }

/** Longest key that is taken. */
const MAX_KEY = 200

/**
 * Does `work` once for each key of a person, and answers a repeated request with the first answer, from the same
 * transaction that does the work: what is answered is done, and what is done is answered so. A key that comes again with
 * something else is refused. Of two requests with one key at the same moment, one waits for the other.
 */
export async function answerOnce<Answer extends object>(
  transaction: SqlTransaction,
  { key, person, asks }: Repeatable,
  at: string,
  work: () => Promise<Answer>,
): Promise<Answer | ReturnType<typeof invalid>> {
  if (key === null) return work()
  if (key.length > MAX_KEY) return invalid('This request’s key is too long. Nothing was changed.')
  const own = `${person.id}/${key}`
  const asked = bytesToHex(sha256(utf8ToBytes(JSON.stringify(asks))))
  const kept = (await transaction.answerOf(own)) as { asked: string; answer: Answer } | undefined
  if (kept?.asked === asked) return kept.answer
  if (kept) return invalid('This request’s key was used for another one before. Nothing was changed.')
  const answer = await work()
  await transaction.putAnswer(own, { asked, answer }, at)
  return answer
}
