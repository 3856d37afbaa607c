import { Check, X } from 'lucide-react'
import { memo, useState, type ReactElement } from 'react'
import { personColour } from '../../../domain/person.ts'
import type { DecisionRequest } from '../../../domain/suggestions/decide.ts'
import type { Suggestion } from '../../../domain/suggestions/suggestion.ts'
import { classes } from '../../../ui/classes.ts'
import { Face } from '../../../ui/face.tsx'
import { ago, inFull } from '../../desk/ago.ts'
import { ZONE } from '../../use-now.ts'
import { Replies } from '../comments/replies.tsx'
import { useMayComment } from '../comments/use-may-comment.ts'
import { changePlace, changeSentence } from './change-texts.ts'
import { ChangeWords } from './change-words.tsx'
import styles from './changes.module.css'
import { rejectName } from './why-not-decide.ts'

export type RowWays = {
  readonly decide: (suggestion: Suggestion, verdict: DecisionRequest['verdict'], reason: string) => void
  /** Selects or deselects one, or all from the one before on. */
  readonly pick: (suggestion: string, isRange: boolean) => void
  readonly open: (suggestion: Suggestion) => void
  readonly activate: (suggestion: string) => void
}

type RowProps = {
  readonly storyId: string
  readonly suggestion: Suggestion
  /** Of whoever made it. */
  readonly name: string
  /** How what was said of it begins; '' where nothing was. */
  readonly said: string
  readonly lead: string
  readonly now: number
  readonly me: string
  readonly isActive: boolean
  readonly isPicked: boolean
  readonly mayAccept: boolean
  readonly mayReject: boolean
  readonly isDeciding: boolean
  readonly ways: RowWays
}

/**
 * One open suggestion: who, when, where and what, with the decisions on it. Drawn with plain elements, since there may
 * be a thousand; the one that is looked at also has its reason and its replies.
 */
export const ChangeRow = memo(function ChangeRow({
  storyId,
  suggestion,
  name,
  said,
  lead,
  now,
  me,
  isActive,
  isPicked,
  mayAccept,
  mayReject,
  isDeciding,
  ways,
}: RowProps): ReactElement {
  const { id, by, at } = suggestion
  const [reason, setReason] = useState('')
  const sentence = changeSentence(suggestion)
  const button = (verdict: DecisionRequest['verdict'], label: string, may: boolean): ReactElement => {
    const off = !may || isDeciding
    return (
      <button
        type="button"
        className={styles[verdict]}
        aria-label={`${label}: ${sentence}`}
        aria-disabled={off}
        aria-describedby={may ? undefined : 'why-not-decide'}
        onClick={() => {
          if (!off) ways.decide(suggestion, verdict, reason)
        }}
      >
        {verdict === 'accept' ? <Check aria-hidden /> : <X aria-hidden />}
        {label}
      </button>
    )
  }
  return (
    // oxlint-disable-next-line no-noninteractive-element-interactions -- Nothing is pressed here: what is looked at follows the focus.
    <li
      className={styles['row']}
      data-change={id}
      data-active={isActive || undefined}
      onFocus={({ target }) => {
        // By keyboard only: what is looked at grows, and a button must not move from under a finger that presses it.
        if (!isActive && target.matches(':focus-visible')) ways.activate(id)
      }}
    >
      <div className={styles['head']}>
        <input
          type="checkbox"
          className={styles['pick']}
          checked={isPicked}
          aria-label={`Select: ${sentence}`}
          onChange={(event) => {
            const { nativeEvent } = event
            ways.pick(id, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
          }}
        />
        <Face name={name} colour={personColour(by)} hidden />
        <b>{name}</b>
        <time dateTime={at} title={at === '' ? '' : inFull(at, ZONE)} className={styles['at']}>
          {ago(at, now, ZONE)}
        </time>
        <span className={styles['place']}>{changePlace(suggestion.place, lead)}</span>
      </div>
      <button
        type="button"
        className={styles['open']}
        data-open
        aria-current={isActive}
        title="Go to it in the story"
        onClick={() => ways.open(suggestion)}
      >
        <ChangeWords change={suggestion} colour={personColour(by)} />
      </button>
      {isActive ? (
        <Conversation storyId={storyId} suggestion={id} isBegun={said !== ''} />
      ) : said === '' ? null : (
        <q className={styles['said']}>{said}</q>
      )}
      {isActive && (mayAccept || mayReject) ? (
        <input
          className={styles['reason']}
          aria-label="Reason for the decision (optional)"
          placeholder="Reason for the decision (optional)"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
      <div className={classes(styles['decide'], isDeciding && styles['busy'])}>
        {button('accept', 'Accept', mayAccept)}
        {button('reject', rejectName(by, me), mayReject)}
      </div>
    </li>
  )
})

/** What was said of it, and where to say more. */
function Conversation({
  storyId,
  suggestion,
  isBegun,
}: {
  readonly storyId: string
  readonly suggestion: string
  readonly isBegun: boolean
}): ReactElement | null {
  const [isOpen, setOpen] = useState(isBegun)
  const mayComment = useMayComment(storyId)
  if (isOpen || isBegun) return <Replies id={storyId} suggestion={suggestion} />
  return mayComment ? (
    <button type="button" className={styles['say']} onClick={() => setOpen(true)}>
      Reason or reply
    </button>
  ) : null
}
