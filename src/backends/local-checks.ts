import type { CheckSettings } from '../domain/checks/check-settings.ts'
import type { ChecksChange } from '../domain/checks/checks-change.ts'
import type { StoryContent } from '../domain/story-content.ts'
import { changeStoredChecks, CHECKS_STORES, readChecks } from '../rules/checks.ts'
import { damaged, done } from '../rules/refusals.ts'
import { asContent } from '../rules/stored-shapes.ts'
import type { Outcome } from './backend.ts'
import type { LocalDesk, Tell } from './local-desk.ts'

// What a local backend does for the checks. Loaded when a story is first checked.

/** What this desk has its stories checked for. */
export function readLocalChecks({ storage }: LocalDesk): Promise<Outcome<CheckSettings>> {
  return storage.run(CHECKS_STORES, 'readonly', async (transaction) =>
    done((await readChecks(transaction)).settings),
  )
}

/** Changes that, in the name of whoever works in this tab, and tells the others. */
export async function changeLocalChecks(
  { storage, person, now }: LocalDesk,
  change: ChecksChange,
  tell: Tell,
): Promise<Outcome<CheckSettings>> {
  const changed = await storage.run(CHECKS_STORES, 'strict', async (transaction) =>
    changeStoredChecks(transaction, change, await person.read(transaction), now),
  )
  if (!changed.ok) return changed
  const { settings, revision, before } = changed.value
  if (revision !== before) tell({ kind: 'checks' }, null)
  return done(settings)
}

/** What a story says as it was last written down, or null. */
export function readLocalCopy({ storage }: LocalDesk, id: string): Promise<Outcome<StoryContent | null>> {
  return storage.run(['contents'], 'readonly', async (transaction) => {
    const stored = await transaction.get('contents', id)
    if (stored === undefined) return done(null)
    const content = asContent(stored)
    return content ? done(content) : damaged('what it says can’t be read.')
  })
}
