import type { ImportAnswer, ImportInput } from '../../formats/import-answer.ts'
import type { WorkerDesk } from '../ask-worker.ts'
import { askWorker } from '../ask-worker.ts'

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
  const desk: WorkerDesk<ImportInput, ImportAnswer> = askWorker(
    () => new Worker(new URL('./recognise-worker.ts', import.meta.url), { type: 'module' }),
    { ok: false, message: BROKEN },
  )
  return { recognise: desk.ask, stop: desk.stop }
}

const onThePage: Recogniser = {
  async recognise(input) {
    const { recogniseCopy } = await import('./recognise-copy.ts')
    return recogniseCopy(input)
  },
  stop: () => undefined,
}
