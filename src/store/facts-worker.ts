import * as Y from 'yjs'
import type { FactsAnswer, FactsWork } from './facts-work.ts'
import { readFacts } from './story-facts.ts'

const doc = new Y.Doc()

addEventListener('message', ({ data: { news, question } }: MessageEvent<FactsWork>) => {
  doc.transact(() => {
    for (const update of news) Y.applyUpdate(doc, update)
  })
  postMessage(readFacts(doc, question) satisfies FactsAnswer)
})
