import type { ReactElement } from 'react'
import type { CheckReport } from '../../../domain/checks/check-report.ts'
import { useActions, useDesk } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { ago } from '../../desk/ago.ts'
import { useNow, ZONE } from '../../use-now.ts'
import { nameOf } from '../comments/message-list.tsx'
import { useMayComment } from '../comments/use-may-comment.ts'
import styles from './checks.module.css'
import { checkLabel } from './flag-words.ts'

/** What would be flagged, had nobody said that it may stand: who did, and the way to hear of it again. */
export function IgnoredList({
  id,
  ignored,
}: {
  readonly id: string
  readonly ignored: CheckReport['ignored']
}): ReactElement | null {
  const people = useDesk((state) => state.people)
  const mayComment = useMayComment(id)
  const actions = useActions()
  const now = useNow()
  if (ignored.length === 0) return null
  return (
    <details className={styles['ignored']}>
      <summary>Ignored ({ignored.length})</summary>
      <ul aria-label="Ignored">
        {ignored.map(({ flag, by }) => (
          <li key={flag.id}>
            <p>
              <b>{flag.words}</b>: {checkLabel(flag.check)}
            </p>
            <p className={styles['place']}>
              {nameOf(people, by.by)}, {by.scope === 'here' ? 'here' : 'in this story'},{' '}
              {ago(by.at, now, ZONE)}
            </p>
            {mayComment ? (
              <Button size="small" kind="quiet" onPress={() => actions.heedIgnored(id, [by.id])}>
                Flag it again
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  )
}
