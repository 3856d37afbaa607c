import { useEffect, useState, type ReactElement } from 'react'
import { personColour } from '../../../domain/person.ts'
import { decidedOf, type DecidedSuggestion } from '../../../store/suggesting.ts'
import { useActions, useDesk } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { ago, inFull } from '../../desk/ago.ts'
import { ZONE } from '../../use-now.ts'
import { nameOf } from '../comments/message-list.tsx'
import { changePlace } from './change-texts.ts'
import { ChangeWords } from './change-words.tsx'
import styles from './changes.module.css'

const FIRST = 50

/** What was decided, the last first: by whom, when, how and why. */
export function DecidedList({
  id,
  now,
  lead,
}: {
  readonly id: string
  readonly now: number
  readonly lead: string
}): ReactElement | null {
  const actions = useActions()
  const verdicts = useDesk((state) => state.verdicts[id])
  const [isWhole, setWhole] = useState(false)
  useEffect(() => actions.needVerdicts(id), [actions, id])
  if (verdicts === undefined || verdicts.status === 'loading') return null
  if (verdicts.status === 'failed')
    return <p className={styles['nothing']}>What was decided can’t be shown: {verdicts.message}</p>
  const decided = decidedOf(verdicts.value)
  if (decided.length === 0) return null
  const rest = decided.length - FIRST
  return (
    <section aria-labelledby="decided-changes">
      <h2 id="decided-changes" className={styles['decided']}>
        Decided
      </h2>
      <ol className={styles['list']}>
        {(isWhole ? decided : decided.slice(0, FIRST)).map((verdict) => (
          <DecidedRow key={verdict.sequence} verdict={verdict} now={now} lead={lead} />
        ))}
      </ol>
      {rest > 0 && !isWhole ? (
        <p className={styles['more']}>
          <Button size="small" kind="quiet" onPress={() => setWhole(true)}>
            Show {rest} more
          </Button>
        </p>
      ) : null}
    </section>
  )
}

function DecidedRow({
  verdict: { verdict, by, at, reason, what },
  now,
  lead,
}: {
  readonly verdict: DecidedSuggestion
  readonly now: number
  readonly lead: string
}): ReactElement {
  const maker = useDesk((state) => nameOf(state.people, what.by))
  const isOwn = verdict === 'rejected' && by.id === what.by
  const word = isOwn ? 'Withdrawn' : verdict === 'accepted' ? 'Accepted' : 'Rejected'
  return (
    <li className={styles['row']}>
      <p className={styles['head']}>
        <b className={styles[verdict]}>{word}</b>
        <span>by {by.name}</span>
        <time dateTime={at} title={inFull(at, ZONE)} className={styles['at']}>
          {ago(at, now, ZONE)}
        </time>
        <span className={styles['place']}>{changePlace(what.place, lead)}</span>
      </p>
      <ChangeWords change={what} colour={personColour(what.by)} />
      {isOwn ? null : <p className={styles['at']}>Suggested by {maker}</p>}
      {reason === '' ? null : <q className={styles['said']}>{reason}</q>}
    </li>
  )
}
