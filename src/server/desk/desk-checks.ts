import type { Outcome, Refusal } from '../../backends/backend.ts'
import type { ChecksAnswer, ChecksChanged } from '../../backends/wire/checks.ts'
import type { ChecksChange } from '../../domain/checks/checks-change.ts'
import type { Person } from '../../domain/person.ts'
import { changeStoredChecks, CHECKS_STORES, checksRevision, readChecks } from '../../rules/checks.ts'
import { done, refusingFailures } from '../../rules/refusals.ts'
import { answerOnce } from './answer-once.ts'
import { personNow } from './person-now.ts'
import { reading } from './read-story.ts'
import type { ServerDesk } from './server-desk.ts'

/** What the newsroom has its stories checked for; without the settings for whoever knows this state of them. */
export function readKnownChecks(desk: ServerDesk, known: string | null): Promise<Outcome<ChecksAnswer>> {
  return reading<ChecksAnswer>(desk, CHECKS_STORES, async (transaction) => {
    if (known !== null && (await checksRevision(transaction)) === known)
      return done({ revision: known, settings: null })
    return done(await readChecks(transaction))
  })
}

/** Changes it, once for each key, and tells everybody. */
export async function changeChecks(
  desk: ServerDesk,
  person: Person,
  change: ChecksChange,
  key: string | null,
): Promise<Outcome<ChecksChanged>> {
  const changed = await refusingFailures(() =>
    desk.storage.run(CHECKS_STORES, 'strict', (transaction) =>
      answerOnce<Changed | Refusal>(
        transaction,
        { key, person, asks: { changeChecks: change } },
        desk.now().toISOString(),
        async () => {
          const now = await personNow(transaction, person)
          const answer = await changeStoredChecks(transaction, change, now, desk.now)
          if (!answer.ok) return answer
          const { before, revision } = answer.value
          return { ok: true, value: { before, revision } }
        },
      ),
    ),
  )
  if (changed.ok && changed.value.before !== changed.value.revision) desk.hub.post({ kind: 'checks' })
  return changed
}

type Changed = { readonly ok: true; readonly value: ChecksChanged }
