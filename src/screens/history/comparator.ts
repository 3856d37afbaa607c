import type { Answer, Answers, Question, Questions, WorkerAnswer, WorkerQuestion } from './worker-messages.ts'

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

type Waiting = (answer: WorkerAnswer['answer']) => void

/** In a worker; on the page itself where the browser has none. */
export function createComparator(): Comparator {
  if (typeof Worker === 'undefined') return onThePage
  let worker: Worker | null = null
  const waiting = new Map<number, Waiting>()
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
    ask: <Kind extends keyof Questions>(kind: Kind, of: Questions[Kind]) => {
      worker ??= start()
      asked += 1
      const question: WorkerQuestion = { id: asked, question: { kind, of } as Question }
      // The worker answers each kind of question with the value of that kind.
      const answer = new Promise<Answer<Answers[Kind]>>((resolve) => {
        waiting.set(question.id, resolve as Waiting)
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
  async ask<Kind extends keyof Questions>(kind: Kind, of: Questions[Kind]) {
    const { answerQuestion } = await import('./answer-question.ts')
    return { ok: true, value: answerQuestion({ kind, of } as Question) as Answers[Kind] }
  },
  stop: () => undefined,
}
