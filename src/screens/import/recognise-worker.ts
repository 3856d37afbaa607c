import type { ImportAnswer, ImportInput } from '../../formats/import-copy.ts'
import { recogniseCopy } from './recognise-copy.ts'

export type WorkerQuestion = { readonly id: number; readonly input: ImportInput }
export type WorkerAnswer = { readonly id: number; readonly answer: ImportAnswer }

addEventListener('message', ({ data: { id, input } }: MessageEvent<WorkerQuestion>) => {
  postMessage({ id, answer: recogniseCopy(input) } satisfies WorkerAnswer)
})
