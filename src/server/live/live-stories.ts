import type { Connection, Document } from '@hocuspocus/server'
import type { Refusal } from '../../backends/backend.ts'
import type { LiveRefusal } from '../../backends/wire/live.ts'
import { LIVE_REFUSED, storyOfDocument } from '../../backends/wire/live.ts'
import type { Person } from '../../domain/person.ts'
import { allows } from '../../domain/access.ts'
import { accessIn, isClosed } from '../../rules/append-update.ts'
import { newer, notFound } from '../../rules/refusals.ts'
import { recordOf } from '../../rules/stored-shapes.ts'
import type { StoredStory } from '../../rules/story-rows.ts'
import { readStory } from '../../rules/story-rows.ts'
import type { Keeping } from './kept-story.ts'
import { KeptStory } from './kept-story.ts'
import { asLive } from './live-refusals.ts'
import { LiveStory } from './live-story.ts'
import { loadStory } from './load-story.ts'

/** The person behind a connection. */
export type PersonOf = (connection: Connection) => Person

/** The stories that this server holds in memory, by the names of their documents. */
export class LiveStories {
  readonly #keeping: Keeping
  readonly #personOf: PersonOf
  readonly #kept = new Map<string, { readonly kept: KeptStory; readonly document: Document }>()

  constructor(keeping: Keeping, personOf: PersonOf) {
    this.#keeping = keeping
    this.#personOf = personOf
  }

  get all(): readonly KeptStory[] {
    return [...this.#kept.values()].map(({ kept }) => kept)
  }

  of(name: string): KeptStory | null {
    return this.#kept.get(name)?.kept ?? null
  }

  /** Fills a document that is to be live; a refusal where it can't be. */
  async load(
    name: string,
    document: Document,
  ): Promise<{ readonly ok: true; readonly kept: KeptStory } | Refusal> {
    const named = storyOfDocument(name)
    if (!named) return notFound()
    const loaded = await loadStory(this.#keeping.desk.storage, named, document)
    if (!loaded.ok) return loaded
    const kept = new KeptStory(new LiveStory(name, document, loaded), this.#keeping)
    this.#kept.set(name, { kept, document })
    // What was stored between reading and listening.
    void kept.catchUp()
    return { ok: true, kept }
  }

  /** The document is not in memory any more. */
  forget(name: string): void {
    this.#kept.delete(name)
  }

  /**
   * Looks at the records of these stories, or of all, and lets connections do what their people may do now. Connections
   * of an epoch that takes nothing any more are ended, and told so.
   */
  async refresh(ids: readonly string[] | null): Promise<void> {
    const { storage, log } = this.#keeping.desk
    const held = [...this.#kept.values()].filter(({ kept }) => ids?.includes(kept.live.id) ?? true)
    if (held.length === 0) return
    try {
      const read = await storage.run(['records'], 'readonly', async (transaction) => {
        const found = new Map<string, StoredStory>()
        for (const { kept } of held) found.set(kept.live.id, await readStory(transaction, kept.live.id))
        return found
      })
      for (const { kept, document } of held) {
        const story = read.get(kept.live.id)
        if (story?.ok) this.#allow(kept, document, story)
      }
    } catch (error) {
      // Whatever is written is asked of the record itself; this is looked at again with the next news.
      log.warn(
        { error: error instanceof Error ? error : undefined },
        'what people may do in live stories could not be looked at',
      )
    }
  }

  #allow(kept: KeptStory, document: Document, story: StoredStory & { readonly ok: true }): void {
    if (story.kind === 'newer') return endAll(document, () => asLive(newer()))
    const record = recordOf(story.row)
    const { live } = kept
    const wasClosed = live.isClosed
    live.isClosed = isClosed(record, live.epoch)
    const accessOf = (connection: Connection): ReturnType<typeof accessIn> =>
      accessIn(record, this.#personOf(connection), live.epoch)
    if (record.epoch !== live.epoch || (live.isClosed && !wasClosed)) {
      return endAll(document, (connection) => ({
        reason: 'not allowed',
        message: accessOf(connection).why,
        isClosed: true,
      }))
    }
    for (const connection of document.getConnections()) {
      connection.readOnly = !allows(accessOf(connection), 'comment')
    }
  }
}

function endAll(document: Document, refusalFor: (connection: Connection) => LiveRefusal): void {
  for (const connection of document.getConnections()) {
    connection.close({ code: LIVE_REFUSED, reason: JSON.stringify(refusalFor(connection)) })
  }
}
