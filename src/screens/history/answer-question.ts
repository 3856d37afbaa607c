import { compareContent } from '../../domain/compare/compare-content.ts'
import { digestOf } from '../../domain/compare/digest.ts'
import { comparisonRows } from './comparison-rows.ts'
import type { Answers, Question } from './worker-messages.ts'

/** What differs between two contents: as rows to be drawn, or as the list of what the desk changed. */
export function answerQuestion(question: Question): Answers[keyof Answers] {
  if (question.kind === 'digest') return digestOf(question.of)
  const { before, after } = question.of
  return comparisonRows(compareContent(before, after), before, after)
}
