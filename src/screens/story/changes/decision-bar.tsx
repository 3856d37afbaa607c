import { useId, useState, type ReactElement } from 'react'
import type { DecisionRequest } from '../../../domain/suggestions/decide.ts'
import type { Suggestion } from '../../../domain/suggestions/suggestion.ts'
import { useDesk } from '../../../store/use-desk.ts'
import { ReasonedButton } from '../../../ui/reasoned-button.tsx'
import { nameOf } from '../comments/message-list.tsx'
import type { ShownChanges } from './change-filter.tsx'
import styles from './changes.module.css'
import { whyNotDecide, type Decider } from './why-not-decide.ts'

/** Decisions on several at once: on what is selected, else on all that is shown, with one reason for all of them. */
export function DecisionBar({
  shown,
  selected,
  filter,
  decider,
  onDecide,
}: {
  readonly shown: readonly Suggestion[]
  readonly selected: readonly Suggestion[]
  readonly filter: ShownChanges
  readonly decider: Decider
  readonly onDecide: (
    which: readonly Suggestion[],
    verdict: DecisionRequest['verdict'],
    reason: string,
  ) => void
}): ReactElement {
  const people = useDesk((state) => state.people)
  const [reason, setReason] = useState('')
  const count = useId()
  const which = selected.length > 0 ? selected : shown
  const isOwn = which.every(({ by }) => by === decider.me)
  const offFor = (verdict: DecisionRequest['verdict']): string =>
    which.map(({ by }) => whyNotDecide(decider, by, verdict)).find((why) => why !== '') ?? ''
  const scope = scopeName(
    selected.length,
    filter,
    filter.by === decider.me ? 'mine' : nameOf(people, filter.by),
  )
  const button = (verdict: DecisionRequest['verdict'], word: string): ReactElement => (
    <ReasonedButton
      size="small"
      off={offFor(verdict)}
      onPress={() => {
        onDecide(which, verdict, reason)
        setReason('')
      }}
    >
      {word} {scope}
    </ReasonedButton>
  )
  const mayDecide = offFor('accept') === '' || offFor('reject') === ''
  return (
    <div className={styles['bar']}>
      <p id={count} className={styles['count']}>
        {shown.length === 1 ? '1 change' : `${shown.length} changes`}
      </p>
      <fieldset className={styles['bulk']} aria-labelledby={count}>
        {button('accept', 'Accept')}
        {button('reject', isOwn ? 'Withdraw' : 'Reject')}
      </fieldset>
      {mayDecide && which.length > 1 ? (
        <input
          className={styles['reason']}
          aria-label={`Reason for ${scope} (optional)`}
          placeholder={`Reason for ${scope} (optional)`}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
    </div>
  )
}

/** What a button acts on, as its name says it. */
function scopeName(selected: number, { by, kind }: ShownChanges, whose: string): string {
  if (selected > 0) return `${selected} selected`
  if (kind !== '') return 'all shown'
  return by === '' ? 'all' : `all of ${whose}`
}
