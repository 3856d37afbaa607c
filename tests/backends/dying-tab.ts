import { createIndexedDbBackend } from '../../src/backends/indexed-db.ts'
import { contentHash } from '../../src/domain/content-hash.ts'
import { readContent } from '../../src/domain/read-content.ts'
import { onPut } from './on-put.ts'
import { openIds, verdictOn } from './review-stage.ts'
import { NOW, openIn, SHORT, valueOf } from './test-desk.ts'

/** What a tab that is to die is asked to do; it says 'write' before each row that it writes, and 'done' at the end. */
export type Errand = {
  readonly desk: string
  readonly person: string
  readonly story: string
  readonly what: 'approve' | 'accept all'
}

/** A tab in a worker, so that it can be killed at any moment, as a browser kills one. */
globalThis.addEventListener('message', ({ data }: MessageEvent<Errand>) => void run(data))

async function run({ desk, person, story, what }: Errand): Promise<void> {
  const tab = createIndexedDbBackend({
    name: desk,
    now: NOW,
    delays: SHORT,
    tab: { getItem: () => person, setItem() {} },
  })
  const { doc, connection } = await openIn(tab, story)
  onPut(() => globalThis.postMessage('write'))
  if (what === 'approve') {
    const hash = contentHash(readContent(doc))
    valueOf(await tab.act(story, { type: 'approve', hash, reason: '' }))
  } else {
    valueOf(
      await connection.decide(
        openIds(doc).map((id) => verdictOn(doc, id, 'accept')),
        null,
      ),
    )
  }
  globalThis.postMessage('done')
}
