import { contentHash } from '../domain/content-hash.ts'
import type { Doer, StoryEvent } from '../backends/backend.ts'
import type { DeskTransaction } from './desk-storage.ts'
import type { Stock } from './take-stock.ts'
import { versionKey } from './version-key.ts'

/** What a version is made of and for. */
export type Making = {
  readonly story: string
  readonly stock: Stock
  /** The document as one Yjs update. */
  readonly state: Uint8Array
  readonly event: Pick<StoryEvent, 'type' | 'at' | 'to'> & { readonly by: Doer }
  readonly epoch: number
  readonly name: string
  readonly note: string
}

/** Keeps a version of a story and answers with its number; needs the stores versions and copies. */
export async function putVersion(transaction: DeskTransaction, making: Making): Promise<number> {
  const { story, stock, state, event, epoch, name, note } = making
  const before = (await transaction.ofStory('versions', story)).at(-1) as { number: number } | undefined
  const number = (before?.number ?? 0) + 1
  const key = versionKey(story, number)
  await transaction.put('versions', {
    key,
    story,
    number,
    name,
    hash: contentHash(stock.content),
    at: event.at,
    by: event.by,
    why: event.type,
    note,
    status: event.to,
    epoch,
    words: stock.summary.words,
    suggestions: stock.suggestions.length,
  })
  await transaction.put('copies', { key, story, number, content: stock.content, state })
  return number
}
