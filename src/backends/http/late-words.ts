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
  /** What else this browser has of it; needed where the words build on something that the server lost. */
  readonly more: readonly Uint8Array[]
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

  /**
   * Keeps what was refused; what is kept of the same document already becomes part of it. Answers false, and keeps
   * nothing, where what it builds on is missing: not all of it could be read.
   */
  keep({ person, story, epoch, client, updates, state, more, base }: Refused): Promise<boolean> {
    const key = `${story}/${epoch}/${client}`
    return this.#database.run(['late'], 'strict', async (transaction) => {
      const store = transaction.objectStore('late')
      const before = asLateRow(await store.get(key))
      const own = mergeUpdates(before ? [before.update, ...updates] : updates)
      const all = await store.getAll()
      const alone = withLateWords([state], own)
      // Words that build on others that were kept are kept with them, in one: else these would come back twice.
      const others = alone.isWhole
        ? []
        : all
            .map(asLateRow)
            .filter((row) => row !== null)
            .filter(
              (row) => row.by === person && row.story === story && row.epoch === epoch && row.key !== key,
            )
      const update = mergeUpdates([...others.map((row) => row.update), own])
      const together = others.length === 0 ? alone : withLateWords([state], update)
      const words = together.isWhole ? together : withLateWords([state], mergeUpdates([...more, update]))
      if (!words.isWhole) return false
      const { closed, content, comments } = words
      for (const row of others) await store.delete(row.key)
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
      return true
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
