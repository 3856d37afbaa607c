import type { ImportAnswer, ImportInput } from '../../formats/import-answer.ts'
import type { WorkerAnswer, WorkerQuestion } from './worker-messages.ts'

/** Reads copy beside the page, so that typing goes on while a megabyte is being read. */
export type Recogniser = {
  readonly recognise: (input: ImportInput) => Promise<ImportAnswer>
  readonly stop: () => void
}

const BROKEN =
  'This copy could not be read. Nothing was imported, and what you pasted is still here. Try again, or paste it as plain text.'

/** In a worker; on the page itself where the browser has none. */
export function createRecogniser(): Recogniser {
  if (typeof Worker === 'undefined') return onThePage
  let worker: Worker | null = null
  const waiting = new Map<number, (answer: ImportAnswer) => void>()
  let asked = 0

  function start(): Worker {
    const made = new Worker(new URL('./recognise-worker.ts', import.meta.url), { type: 'module' })
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
    recognise(input) {
      worker ??= start()
      asked += 1
      const question: WorkerQuestion = { id: asked, input }
      const answer = new Promise<ImportAnswer>((resolve) => {
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

const onThePage: Recogniser = {
  async recognise(input) {
    const { recogniseCopy } = await import('./recognise-copy.ts')
    return recogniseCopy(input)
  },
  stop: () => undefined,
}
