import type { StoryContent } from '../../domain/story-content.ts'
import { mergeUpdates } from '../../rules/apply-updates.ts'
import { withLateWords } from '../../rules/late-edits.ts'
import { asLateRow } from '../../rules/stored-past.ts'
import type { LateEdit } from '../backend.ts'
import type { CacheDatabase } from './cache-database.ts'
import type { WordsOf } from './unsent-words.ts'

/** What the server did not take of one document, and the story as it is without it. */
export type Refused = WordsOf & {
  /** Client id of the document. */
  readonly client: number
  readonly updates: readonly Uint8Array[]
  /** The server's document of that epoch, as one update. */
  readonly state: Uint8Array
  /** The content that the epoch was closed with, or null where that is what the document says. */
  readonly base: StoryContent | null
}

/** Words that came too late, kept in this browser for whoever wrote them. Rejects with a StorageFailure. */
export class LateWords {
  readonly #database: CacheDatabase
  readonly #now: () => Date

  constructor(database: CacheDatabase, now: () => Date) {
    this.#database = database
    this.#now = now
  }

  /** Keeps what was refused; what is kept of the same document already becomes part of it. */
  async keep({ person, story, epoch, client, updates, state, base }: Refused): Promise<void> {
    const key = `${story}/${epoch}/${client}`
    await this.#database.run(['late'], 'strict', async (transaction) => {
      const store = transaction.objectStore('late')
      const before = asLateRow(await store.get(key))
      const update = mergeUpdates(before ? [before.update, ...updates] : updates)
      const { closed, content, comments } = withLateWords([state], update)
      const all = await store.getAll()
      await store.put({
        key,
        story,
        epoch,
        by: person,
        at: this.#now().toISOString(),
        base: base ?? closed,
        content,
        comments,
        sequence: Math.max(0, ...all.map(({ sequence }) => sequence)) + 1,
        update,
      })
    })
  }

  /** Somebody's, of one story, oldest first. */
  async of(person: string, story: string): Promise<readonly LateEdit[]> {
    const rows = await this.#database.run(['late'], 'readonly', (transaction) =>
      transaction.objectStore('late').index('story').getAll(story),
    )
    return rows
      .map(asLateRow)
      .filter((row) => row !== null && row.by === person)
      .toSorted((a, b) => (a?.sequence ?? 0) - (b?.sequence ?? 0))
      .flatMap((row) => {
        if (!row) return []
        const { sequence: _sequence, update: _update, ...edit } = row
        return [edit]
      })
  }

  /** Forgets one of somebody's; nothing happens where they have none of that key. */
  async forget(person: string, key: string): Promise<void> {
    await this.#database.run(['late'], 'strict', async (transaction) => {
      const store = transaction.objectStore('late')
      if (asLateRow(await store.get(key))?.by === person) await store.delete(key)
    })
  }
}
