import type { Outcome } from '../../backends/backend.ts'
import type { NoticesRead } from '../../backends/wire/requests.ts'
import type { Person } from '../../domain/person.ts'
import { markRead } from '../../rules/read-past.ts'
import { done, refusingFailures } from '../../rules/refusals.ts'
import type { ServerDesk } from './server-desk.ts'

/** Marks this person's notices as read, and tells their other tabs. */
export function readOwnNotices(
  { storage, hub }: ServerDesk,
  person: Person,
  { upTo, story }: NoticesRead,
): Promise<Outcome<null>> {
  return refusingFailures(async () => {
    const isNew = await storage.run(['notices'], 'strict', (transaction) =>
      markRead(transaction, person, upTo, story),
    )
    if (isNew) hub.post({ kind: 'notices', people: [person.id] })
    return done(null)
  })
}
