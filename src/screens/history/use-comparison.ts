import { useEffect, useState } from 'react'
import type { StoryContent } from '../../domain/story-content.ts'
import { createComparator } from './comparator.ts'
import type { ComparisonAnswer, Pair } from './worker-messages.ts'

/** What differs between two contents; null while either of them, or the answer, is not there. */
export function useComparison(
  before: StoryContent | null,
  after: StoryContent | null,
): ComparisonAnswer | null {
  const [comparator] = useState(createComparator)
  const [found, setFound] = useState<(Pair & { readonly answer: ComparisonAnswer }) | null>(null)
  useEffect(() => () => comparator.stop(), [comparator])
  useEffect(() => {
    if (!before || !after) return undefined
    let isWanted = true
    void comparator.compare({ before, after }).then((answer) => {
      if (isWanted) setFound({ before, after, answer })
    })
    return () => {
      isWanted = false
    }
  }, [comparator, before, after])
  return found?.before === before && found.after === after ? found.answer : null
}
