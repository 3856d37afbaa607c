/** What goes to a worker and what comes back; `id` belongs one to the other. */
export type Asked<Question> = { readonly id: number; readonly question: Question }
export type Answered<Answer> = { readonly id: number; readonly answer: Answer }

/** A worker that is started with the first question, and again after it broke. */
export type WorkerDesk<Question, Answer> = {
  readonly ask: (question: Question) => Promise<Answer>
  readonly stop: () => void
}

/** `broken` is the answer to whatever was asked of a worker that broke. */
export function askWorker<Question, Answer>(
  create: () => Worker,
  broken: Answer,
): WorkerDesk<Question, Answer> {
  let worker: Worker | null = null
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked = 0

  function start(): Worker {
    const made = create()
    made.addEventListener('message', ({ data: { id, answer } }: MessageEvent<Answered<Answer>>) => {
      waiting.get(id)?.(answer)
      waiting.delete(id)
    })
    made.addEventListener('error', () => {
      for (const answer of waiting.values()) answer(broken)
      waiting.clear()
      made.terminate()
      worker = null
    })
    return made
  }

  return {
    ask(question) {
      worker ??= start()
      asked += 1
      const message: Asked<Question> = { id: asked, question }
      const answer = new Promise<Answer>((resolve) => {
        waiting.set(message.id, resolve)
      })
      worker.postMessage(message)
      return answer
    },
    stop() {
      worker?.terminate()
      worker = null
      waiting.clear()
    },
  }
}
