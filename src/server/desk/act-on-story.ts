import type { Outcome, Refusal } from '../../backends/backend.ts'
import type { Person } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import type { Action } from '../../domain/workflow.ts'
import { ACT_STORES, applyAction } from '../../rules/apply-action.ts'
import type { DeskTransaction } from '../../rules/desk-storage.ts'
import { refusingFailures } from '../../rules/refusals.ts'
import { asEvent } from '../../rules/stored-shapes.ts'
import { lastSequence } from '../../rules/story-rows.ts'
import { answerOnce } from './answer-once.ts'
import { personNow } from './person-now.ts'
import type { ServerDesk } from './server-desk.ts'

/**
 * Does one action on a story in one transaction, once for each key, and tells everybody. What is being written to the story
 * at the same moment comes before it or after it: both take the story's row first.
 */
export async function actOnStory(
  desk: ServerDesk,
  person: Person,
  id: string,
  action: Action,
  key: string | null,
): Promise<Outcome<StoryRecord>> {
  const done = await refusingFailures(() =>
    desk.storage.run(ACT_STORES, 'strict', async (transaction) => {
      const asks = { act: id, action }
      const answer = await answerOnce<Told | Refusal>(
        transaction,
        { key, person, asks },
        desk.now().toISOString(),
        async () => {
          const now = await personNow(transaction, person)
          const acted = await applyAction(transaction, id, action, now, desk)
          return acted.ok ? { ...acted, told: await toldOfLast(transaction, id) } : acted
        },
      )
      return answer
    }),
  )
  if (!done.ok) return done
  desk.hub.post({ kind: 'changed', ids: [id] })
  if (done.told.length > 0) desk.hub.post({ kind: 'notices', people: done.told })
  return { ok: true, value: done.value }
}

type Told = { readonly ok: true; readonly value: StoryRecord; readonly told: readonly string[] }

/** Who is told of what was just done with a story. */
async function toldOfLast(transaction: DeskTransaction, id: string): Promise<readonly string[]> {
  const sequence = await lastSequence(transaction)
  const stored = sequence === null ? null : await transaction.get('events', sequence)
  const event = asEvent(stored)
  const isOwn = (stored as { readonly story?: unknown } | null | undefined)?.story === id
  return event && isOwn ? event.told.map(({ person }) => person) : []
}
