import { comparePair } from './compare-pair.ts'
import type { WorkerAnswer, WorkerQuestion } from './worker-messages.ts'

addEventListener('message', ({ data: { id, pair } }: MessageEvent<WorkerQuestion>) => {
  postMessage({ id, answer: comparePair(pair) } satisfies WorkerAnswer)
})
