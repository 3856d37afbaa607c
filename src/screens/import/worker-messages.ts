import type { ImportAnswer, ImportInput } from '../../formats/import-answer.ts'

/** What the page asks the worker that reads copy, and what that answers; `id` belongs one to the other. */
export type WorkerQuestion = { readonly id: number; readonly input: ImportInput }
export type WorkerAnswer = { readonly id: number; readonly answer: ImportAnswer }
