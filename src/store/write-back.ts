import type { Backend, Outcome, Refusal } from '../backends/backend.ts'
import { contentHash } from '../domain/content-hash.ts'
import { readContent } from '../domain/read-content.ts'
import type { StoryContent } from '../domain/story-content.ts'
import { writeDifference } from '../domain/suggestions/write-difference.ts'
import type { OpenStory } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'
import type { Sessions } from './session-effects.ts'

/** Something of a story's past that is to be written into it again. */
export type WriteBack = {
  readonly id: string
  readonly how: 'as allowed' | 'suggest'
  /** Without `from` the difference is to what the story says now. */
  readonly from?: StoryContent
  readonly to: StoryContent
  /** Under what name the story is kept before, unless it stands in its newest version, and after ('' for not at all). */
  readonly before: string
  readonly after: string
}

const NOT_OPEN: Refusal = {
  ok: false,
  reason: 'not allowed',
  message: 'The story is not open, so nothing was written into it. Open it and try again.',
}

/**
 * Writes something of a story's past into the living document, by difference, as one step of undo. Answers with how
 * it was written. Where that is refused nothing has changed, but for the version that may have been kept before.
 */
export async function writeBack(
  store: DeskStore,
  backend: Backend,
  sessions: Pick<Sessions, 'flush'>,
  what: WriteBack,
): Promise<Outcome<'edit' | 'suggest'>> {
  const asked = writable(store, what)
  if (!asked.ok) return asked
  // Words that come in while it is kept stand in no version yet: they stay.
  const from = what.from ?? readContent(asked.value.story.session.doc)
  const kept = await keep(backend, sessions, asked.value.story, what.before)
  if (!kept.ok) return kept
  // The story may have been closed, or handed on, while it was being kept.
  const now = writable(store, what)
  if (!now.ok) return now
  const { how, story } = now.value
  const { doc, undo, suggester } = story.session
  undo.manager.stopCapturing()
  writeDifference(doc, from, what.to, {
    suggester: how === 'suggest' ? suggester : null,
    origin: undo.origin,
  })
  undo.manager.stopCapturing()
  const stored = await keep(backend, sessions, story, what.after)
  return stored.ok ? { ok: true, value: how } : stored
}

type Writable = { readonly story: OpenStory; readonly how: 'edit' | 'suggest' }

function writable(store: DeskStore, { id, how }: WriteBack): Outcome<Writable> {
  const story = store.getState().stories[id]
  if (story?.phase !== 'open') return NOT_OPEN
  const { access, save } = story
  if (access.right !== 'edit' && access.right !== 'suggest')
    return { ok: false, reason: 'not allowed', message: access.why }
  if (save.kind === 'read-only') return { ok: false, reason: 'not allowed', message: save.message }
  return { ok: true, value: { story, how: how === 'suggest' ? 'suggest' : access.right } }
}

/** Keeps the story as a version, unless its newest version says the same or there is no name for it. */
async function keep(
  backend: Backend,
  sessions: Pick<Sessions, 'flush'>,
  { session }: OpenStory,
  name: string,
): Promise<Outcome<null>> {
  await sessions.flush()
  if (name === '') return { ok: true, value: null }
  const versions = await backend.versions(session.id)
  if (!versions.ok) return versions
  if (versions.value[0]?.hash === contentHash(readContent(session.doc))) return { ok: true, value: null }
  const done = await backend.act(session.id, { type: 'keep version', name })
  return done.ok ? { ok: true, value: null } : done
}
