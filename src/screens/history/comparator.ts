import type { ComparisonAnswer, Pair, WorkerAnswer, WorkerQuestion } from './worker-messages.ts'

/** Compares contents beside the page, which stays at hand however long they are. */
export type Comparator = {
  readonly compare: (pair: Pair) => Promise<ComparisonAnswer>
  readonly stop: () => void
}

const BROKEN =
  'These two could not be compared. Both are safe, and so is the story. Choose them again, or load the page anew.'

/** In a worker; on the page itself where the browser has none. */
export function createComparator(): Comparator {
  if (typeof Worker === 'undefined') return onThePage
  let worker: Worker | null = null
  const waiting = new Map<number, (answer: ComparisonAnswer) => void>()
  let asked = 0

  function start(): Worker {
    const made = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' })
    made.addEventListener('message', ({ data: { id, answer } }: MessageEvent<WorkerAnswer>) => {
      waiting.get(id)?.(answer)
      waiting.delete(id)
    })
    made.addEventListener('error', () => {
      for (const answer of waiting.values()) answer({ ok: false, message: BROKEN })
      waiting.clear()
      made.terminate()
      worker = null
    })
    return made
  }

  return {
    compare(pair) {
      worker ??= start()
      asked += 1
      const question: WorkerQuestion = { id: asked, pair }
      const answer = new Promise<ComparisonAnswer>((resolve) => {
        waiting.set(question.id, resolve)
      })
      worker.postMessage(question)
      return answer
    },
    stop() {
      worker?.terminate()
      worker = null
      waiting.clear()
    },
  }
}

const onThePage: Comparator = {
  async compare(pair) {
    const { comparePair } = await import('./compare-pair.ts')
    return comparePair(pair)
  },
  stop: () => undefined,
}
