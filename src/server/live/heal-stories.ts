import { DERIVE_STORES, healStory } from '../../rules/derive-story.ts'
import { readOwnStory } from '../../rules/story-rows.ts'
import type { LiveDesk } from './live-desk.ts'

/**
 * Brings the summaries up to date that a server which died left behind, one after the other. What can't be healed is left, and
 * named in the log. Never rejects.
 */
export async function healStories(
  { storage, hub, now, log }: LiveDesk,
  isEnough: () => boolean,
): Promise<void> {
  try {
    const behind = await storage.run(['records'], 'readonly', (transaction) => transaction.unsummarised())
    for (const id of behind) {
      if (isEnough()) return
      const healed = await storage.run(DERIVE_STORES, 'relaxed', async (transaction) => {
        const stored = await readOwnStory(transaction, id)
        // Whoever has it open was quicker.
        if (!stored.ok || stored.row.unsummarised === 0) return stored
        return await healStory(transaction, id, now)
      })
      if (healed.ok) hub.post({ kind: 'changed', ids: [id] })
      else
        log.warn(
          { story: id, reason: healed.reason },
          'the summary of a story could not be brought up to date',
        )
    }
  } catch (error) {
    log.warn(
      { error: error instanceof Error ? error : undefined },
      'summaries could not be brought up to date',
    )
  }
}
