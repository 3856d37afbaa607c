import type { Answered, Asked } from '../ask-worker.ts'
import { answerQuestion } from './answer-question.ts'
import type { Answer, Answers, Question } from './worker-messages.ts'

addEventListener('message', ({ data: { id, question } }: MessageEvent<Asked<Question>>) => {
  const answer = { ok: true, value: answerQuestion(question) } as const
  postMessage({ id, answer } satisfies Answered<Answer<Answers[keyof Answers]>>)
})
