import { useEffect, useRef, useState } from 'react'
import type { CheckedLine } from '../../../domain/checks/checked-story.ts'
import type { StoppedRule } from '../../../domain/checks/check-report.ts'
import type { LineFlag } from '../../../domain/checks/flag.ts'
import type { HouseRule } from '../../../domain/checks/house-rule.ts'
import type { RuleTrial } from '../../../domain/checks/try-rules.ts'
import { tryRules } from '../../../language/try-rules.ts'

/** What rules say of a text, and which of them can't. */
export type Sample = {
  readonly flags: readonly LineFlag[]
  readonly stopped: readonly StoppedRule[]
  readonly skipped: RuleTrial['skipped']
  readonly hasFailed: boolean
}

type Held = { readonly rules: readonly HouseRule[]; readonly trial: RuleTrial }

/** Milliseconds without a key before the text is looked at. */
const PAUSE = 150

/**
 * Tries rules on a text as it is typed, in a worker of their own; null until they have said something of it. `rules` has to stay
 * the same object as long as they are the same: others are read by a new worker.
 */
export function useSample(rules: readonly HouseRule[], text: string): Sample | null {
  const held = useRef<Held | null>(null)
  const [said, setSaid] = useState<{ readonly of: readonly unknown[]; readonly sample: Sample } | null>(null)
  useEffect(
    () => () => {
      held.current?.trial.close()
      held.current = null
    },
    [],
  )
  useEffect(() => {
    let isOver = false
    const look = async (): Promise<void> => {
      if (held.current?.rules !== rules) {
        held.current?.trial.close()
        held.current = rules.length === 0 ? null : { rules, trial: tryRules(rules) }
      }
      const trial = held.current?.trial
      if (!trial) return
      const flags = (await trial.check(linesOf(text))).flat()
      if (isOver) return
      const { stopped, skipped, hasFailed } = trial
      setSaid({ of: [rules, text], sample: { flags, stopped, skipped, hasFailed } })
    }
    const timer = setTimeout(() => void look(), PAUSE)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [rules, text])
  return said?.of[0] === rules && said.of[1] === text ? said.sample : null
}

const linesOf = (text: string): readonly CheckedLine[] =>
  text.split('\n').map((signs, block) => ({
    place: { to: 'text', text: 'body', block },
    part: 'body',
    kind: 'paragraph',
    signs,
  }))
