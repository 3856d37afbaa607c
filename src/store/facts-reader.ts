import * as Y from 'yjs'
import type { FactsAnswer, FactsWork } from './facts-work.ts'
import type { FactsQuestion, StoryFacts } from './story-facts.ts'
import { readFacts } from './story-facts.ts'

/** Reads what one document comes to, as often as it is asked. */
export type FactsReader = {
  /** Answers each question once, at once or later, unless it is stopped before: with what stood when it was asked. */
  readonly read: (question: FactsQuestion, answer: (facts: StoryFacts) => void) => void
  readonly stop: () => void
}

/** Characters of a body from which on it is read beside the page, where nobody has to wait for it. */
const LONG = 20_000

type Asked = { readonly question: FactsQuestion; readonly answer: (facts: StoryFacts) => void }

/**
 * A reader of a document: of a long one in a worker, which keeps a copy of it up to date, and otherwise, or where no
 * worker can be had, here and at once.
 */
export function createFactsReader(doc: Y.Doc): FactsReader {
  let worker: Worker | null = null
  let isBroken = typeof Worker === 'undefined'
  /** What the worker doesn't have yet; nothing is sent while somebody types. */
  let news: Uint8Array[] = []
  /** In the order in which the worker answers. */
  let asked: Asked[] = []
  const onUpdate = (update: Uint8Array): void => {
    news.push(update)
  }
  const end = (): void => {
    worker?.terminate()
    worker = null
    doc.off('update', onUpdate)
    news = []
  }
  const start = (): Worker => {
    const made = new Worker(new URL('./facts-worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<FactsAnswer>) => asked.shift()?.answer(data))
    made.addEventListener('error', () => {
      isBroken = true
      end()
      const left = asked
      asked = []
      for (const { question, answer } of left) answer(readFacts(doc, question))
    })
    news = [Y.encodeStateAsUpdate(doc)]
    doc.on('update', onUpdate)
    return made
  }
  return {
    read(question, answer) {
      // A worker that has begun goes on, so that answers keep their order.
      if (worker === null && (isBroken || doc.getText('body').length < LONG)) {
        answer(readFacts(doc, question))
        return
      }
      worker ??= start()
      asked.push({ question, answer })
      worker.postMessage({ news, question } satisfies FactsWork)
      news = []
    },
    stop() {
      end()
      asked = []
    },
  }
}
