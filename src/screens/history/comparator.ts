import type { WorkerDesk } from '../ask-worker.ts'
import { askWorker } from '../ask-worker.ts'
import type { Answer, Answers, Question, Questions } from './worker-messages.ts'

/** Compares contents beside the page, which stays at hand however long they are. */
export type Comparator = {
  readonly ask: <Kind extends keyof Questions>(
    kind: Kind,
    of: Questions[Kind],
  ) => Promise<Answer<Answers[Kind]>>
  readonly stop: () => void
}

const BROKEN =
  'These two could not be compared. Both are safe, and so is the story. Choose them again, or load the page anew.'

/** In a worker; on the page itself where the browser has none. */
export function createComparator(): Comparator {
  if (typeof Worker === 'undefined') return onThePage
  const desk: WorkerDesk<Question, Answer<Answers[keyof Answers]>> = askWorker(
    () => new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' }),
    { ok: false, message: BROKEN },
  )
  return {
    // The worker answers each kind of question with the value of that kind.
    ask: <Kind extends keyof Questions>(kind: Kind, of: Questions[Kind]) =>
      desk.ask({ kind, of } as Question) as Promise<Answer<Answers[Kind]>>,
    stop: desk.stop,
  }
}

const onThePage: Comparator = {
  async ask<Kind extends keyof Questions>(kind: Kind, of: Questions[Kind]) {
    const { answerQuestion } = await import('./answer-question.ts')
    return { ok: true, value: answerQuestion({ kind, of } as Question) as Answers[Kind] }
  },
  stop: () => undefined,
}
