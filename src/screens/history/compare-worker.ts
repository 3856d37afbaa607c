import { answerQuestion } from './answer-question.ts'
import type { WorkerAnswer, WorkerQuestion } from './worker-messages.ts'

addEventListener('message', ({ data: { id, question } }: MessageEvent<WorkerQuestion>) => {
  postMessage({ id, answer: { ok: true, value: answerQuestion(question) } } satisfies WorkerAnswer)
})
