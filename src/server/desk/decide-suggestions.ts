import type { Outcome, Refusal, Verdict } from '../../backends/backend.ts'
import { toBase64 } from '../../backends/wire.ts'
import type { Decisions } from '../../backends/wire/requests.ts'
import type { Person } from '../../domain/person.ts'
import { DECIDE_STORES, decideStored } from '../../rules/decide-stored.ts'
import { refusingFailures } from '../../rules/refusals.ts'
import { answerOnce } from './answer-once.ts'
import { personNow } from './person-now.ts'
import type { ServerDesk } from './server-desk.ts'

/** Takes what was stored past a live document to whoever holds it on this server. */
export type ApplyEffect = (story: string, epoch: number, effect: Uint8Array) => void

/** What a decision answers: the verdicts, and what it did to the document, in base64. */
type DecidedAnswer = { readonly verdicts: readonly Verdict[]; readonly effect: string | null }

/**
 * Decides suggestions on what is stored, verdicts and effect in one transaction, once for each key; then the effect goes to
 * everybody who has the story open.
 */
export async function decideSuggestions(
  desk: ServerDesk,
  applyEffect: ApplyEffect,
  person: Person,
  id: string,
  { epoch, requests }: Decisions,
  key: string | null,
): Promise<Outcome<DecidedAnswer>> {
  // Whoever decides has, or gets over the live connection, what others wrote: none of it is read for them.
  const story = { id, epoch, after: Number.MAX_SAFE_INTEGER, pending: null }
  const decided = await refusingFailures(() =>
    desk.storage.run(DECIDE_STORES, 'strict', async (transaction) => {
      return answerOnce<{ readonly ok: true; readonly value: DecidedAnswer } | Refusal>(
        transaction,
        { key, person, asks: { decide: id, epoch, requests } },
        desk.now().toISOString(),
        async () => {
          const now = await personNow(transaction, person)
          const { answer } = await decideStored(transaction, story, requests, now, desk.now)
          if (!answer.ok) return answer
          const effect = answer.effect && toBase64(answer.effect)
          return { ok: true, value: { verdicts: answer.verdicts, effect } }
        },
      )
    }),
  )
  if (!decided.ok) return decided
  const { effect } = decided.value
  if (effect !== null) {
    applyEffect(id, epoch, Buffer.from(effect, 'base64'))
    desk.hub.post({ kind: 'update', story: id, epoch })
  }
  desk.hub.post({ kind: 'changed', ids: [id] })
  return decided
}
