import { useMemo } from 'react'
import type { StoryContent } from '../../domain/story-content.ts'
import { useAnswer } from './use-answer.ts'
import type { Answer, Answers } from './worker-messages.ts'

/** What differs between two contents, as rows; null while either of them, or the answer, is not there. */
export function useComparison(
  before: StoryContent | null,
  after: StoryContent | null,
): Answer<Answers['rows']> | null {
  const of = useMemo(() => (before && after ? { before, after } : null), [before, after])
  return useAnswer('rows', of)
}
