import type { Outcome, Refusal } from '../../backends/backend.ts'
import type { Redecisions } from '../../backends/wire/requests.ts'
import type { Person } from '../../domain/person.ts'
import { DECIDE_STORES } from '../../rules/decide-stored.ts'
import { redecideStored } from '../../rules/redecide-stored.ts'
import { refusingFailures } from '../../rules/refusals.ts'
import { answerOnce } from './answer-once.ts'
import { personNow } from './person-now.ts'
import type { ServerDesk } from './server-desk.ts'

/**
 * Writes down that decisions were undone, or redone, where the stored document says so; once for each key. The document
 * itself came over the live connection.
 */
export async function redecideSuggestions(
  desk: ServerDesk,
  person: Person,
  id: string,
  { epoch, how, suggestions }: Redecisions,
  key: string | null,
): Promise<Outcome<null>> {
  const story = { id, epoch, after: Number.MAX_SAFE_INTEGER, pending: null }
  const redecided = await refusingFailures(() =>
    desk.storage.run(DECIDE_STORES, 'strict', async (transaction) => {
      return answerOnce<{ readonly ok: true; readonly value: null } | Refusal>(
        transaction,
        { key, person, asks: { redecide: id, epoch, how, suggestions } },
        desk.now().toISOString(),
        async () => {
          const now = await personNow(transaction, person)
          const { answer } = await redecideStored(transaction, story, how, suggestions, now, desk.now)
          return answer.ok ? { ok: true, value: null } : answer
        },
      )
    }),
  )
  if (redecided.ok) desk.hub.post({ kind: 'changed', ids: [id] })
  return redecided
}
