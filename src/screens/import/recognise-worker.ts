import type { ImportAnswer, ImportInput } from '../../formats/import-answer.ts'
import type { Answered, Asked } from '../ask-worker.ts'
import { recogniseCopy } from './recognise-copy.ts'

addEventListener('message', ({ data: { id, question } }: MessageEvent<Asked<ImportInput>>) => {
  postMessage({ id, answer: recogniseCopy(question) } satisfies Answered<ImportAnswer>)
})
