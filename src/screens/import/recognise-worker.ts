import { recogniseCopy } from './recognise-copy.ts'
import type { WorkerAnswer, WorkerQuestion } from './worker-messages.ts'

addEventListener('message', ({ data: { id, input } }: MessageEvent<WorkerQuestion>) => {
  postMessage({ id, answer: recogniseCopy(input) } satisfies WorkerAnswer)
})
