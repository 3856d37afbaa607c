import type { CheckSettings } from '../../domain/checks/check-settings.ts'
import { CHECK_SETTINGS } from '../../domain/checks/check-settings.ts'
import type { ChecksChange } from '../../domain/checks/checks-change.ts'
import { applyChecksChange } from '../../domain/checks/checks-change.ts'
import type { KeptChecks } from '../../rules/checks.ts'
import { done } from '../../rules/refusals.ts'
import type { Outcome } from '../backend.ts'
import { checksAnswer, checksChanged } from '../wire/checks.ts'
import type { Requests } from './requests.ts'
import { asOutcome, asRefusal, isUnanswered } from './requests.ts'
import type { SeenCache } from './seen-cache.ts'

// A newsroom's rules may be megabytes: they are sent once, and after that only where they are others than this browser keeps.

const PATH = '/api/checks'

type Parts = { readonly requests: Requests; readonly seen: SeenCache }

/** What the newsroom has its stories checked for; where the server can't be reached, as this browser saw it last. */
export async function readHttpChecks({ requests, seen }: Parts): Promise<Outcome<CheckSettings>> {
  const known = await knownIn(seen)
  const asked = await requests.get(
    known ? `${PATH}?known=${encodeURIComponent(known.revision)}` : PATH,
    checksAnswer,
  )
  if (!asked.ok) return known && isUnanswered(asked) ? done(known.settings) : asRefusal(asked)
  const { revision, settings } = asked.value
  if (settings === null) return done(known?.settings ?? CHECK_SETTINGS)
  await seen.keepAnswer(PATH, { revision, settings } satisfies KeptChecks)
  return done(settings)
}

/** Changes that on the server, and in what this browser keeps of it. */
export async function changeHttpChecks(parts: Parts, change: ChecksChange): Promise<Outcome<CheckSettings>> {
  const { requests, seen } = parts
  const known = await knownIn(seen)
  const asked = await requests.post(PATH, checksChanged, change)
  if (!asked.ok) return asOutcome<CheckSettings>(asked)
  const { before, revision } = asked.value
  const changed = known?.revision === before ? applyChecksChange(known.settings, change) : null
  if (!changed?.ok) return readHttpChecks(parts)
  const { settings } = changed
  if (revision !== before) await seen.keepAnswer(PATH, { revision, settings } satisfies KeptChecks)
  return done(settings)
}

/** As this browser saw it last; it wrote that down itself. */
async function knownIn(seen: SeenCache): Promise<KeptChecks | undefined> {
  return (await seen.answer(PATH)) as KeptChecks | undefined
}
