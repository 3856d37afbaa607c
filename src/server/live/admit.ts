import type { LiveRefusal } from '../../backends/wire/live.ts'
import { DESK_DOCUMENT, storyOfDocument } from '../../backends/wire/live.ts'
import { allows } from '../../domain/access.ts'
import type { Person } from '../../domain/person.ts'
import { accessIn } from '../../rules/append-update.ts'
import type { DeskStorage } from '../../rules/desk-storage.ts'
import { newer, notFound, refusingFailures } from '../../rules/refusals.ts'
import { recordOf } from '../../rules/stored-shapes.ts'
import { readStory } from '../../rules/story-rows.ts'
import { asLive } from './live-refusals.ts'

export type Admission =
  | { readonly ok: true; readonly isReadOnly: boolean }
  | { readonly ok: false; readonly refusal: LiveRefusal }

/**
 * Whether somebody may open a document, and write there. Of a story only the current epoch is open, to be read even where it
 * is closed; whoever holds another one is told that it takes nothing any more.
 */
export async function admit(storage: DeskStorage, name: string, person: Person): Promise<Admission> {
  if (name === DESK_DOCUMENT) return { ok: true, isReadOnly: true }
  const named = storyOfDocument(name)
  if (!named) return refused(asLive(notFound()))
  const story = await refusingFailures(() =>
    storage.run(['records'], 'readonly', (transaction) => readStory(transaction, named.story)),
  )
  if (!story.ok) return refused(asLive(story))
  if (story.kind === 'newer') return refused(asLive(newer()))
  const record = recordOf(story.row)
  if (named.epoch > record.epoch) return refused(asLive(notFound()))
  const access = accessIn(record, person, named.epoch)
  if (named.epoch < record.epoch) {
    return refused({ reason: 'not allowed', message: access.why, isClosed: true })
  }
  return { ok: true, isReadOnly: !allows(access, 'comment') }
}

const refused = (refusal: LiveRefusal): Admission => ({ ok: false, refusal })
