import { useEffect, useState } from 'react'
import { createComparator } from './comparator.ts'
import type { Answer, Answers, Questions } from './worker-messages.ts'

/**
 * The answer to a question that takes long; null while it is not there. It is asked anew when `of` is another object:
 * keep it the same as long as its parts are.
 */
export function useAnswer<Kind extends keyof Questions>(
  kind: Kind,
  of: Questions[Kind] | null,
): Answer<Answers[Kind]> | null {
  const [comparator] = useState(createComparator)
  const [found, setFound] = useState<{
    readonly of: Questions[Kind]
    readonly answer: Answer<Answers[Kind]>
  } | null>(null)
  useEffect(() => () => comparator.stop(), [comparator])
  useEffect(() => {
    if (!of) return undefined
    let isWanted = true
    void comparator.ask(kind, of).then((answer) => {
      if (isWanted) setFound({ of, answer })
    })
    return () => {
      isWanted = false
    }
  }, [comparator, kind, of])
  return found !== null && found.of === of ? found.answer : null
}
