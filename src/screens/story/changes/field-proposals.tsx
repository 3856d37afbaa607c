import { Check, X } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Json } from '../../../domain/json.ts'
import { personColour } from '../../../domain/person.ts'
import type { DecisionRequest } from '../../../domain/suggestions/decide.ts'
import type { FieldPath, Suggestion } from '../../../domain/suggestions/suggestion.ts'
import type { Proposal } from '../../../store/suggesting.ts'
import { useActions, useDesk, useOpenStory } from '../../../store/use-desk.ts'
import { announce } from '../../../ui/announce.ts'
import { Face } from '../../../ui/face.tsx'
import { ReasonedButton } from '../../../ui/reasoned-button.tsx'
import { nameOf } from '../comments/message-list.tsx'
import { useActiveChange, useChangeWays } from './change-desk.tsx'
import { ChangeWords } from './change-words.tsx'
import styles from './field-proposals.module.css'
import { useDecider } from './use-decider.ts'
import { rejectName, whyNotDecide } from './why-not-decide.ts'

const WHOLE = {
  author: { insert: 'Author added', delete: 'Author to be taken out' },
  photo: { insert: 'Photo added', delete: 'Photo to be taken out' },
} as const

/** What is suggested for a field, an author or a photo, beneath it: what stands and what would, with the decision on it. */
export function FieldProposals({
  id,
  path,
  label,
  standing,
}: {
  readonly id: string
  /** 'slug', 'author:<id>:name'; 'photo:<id>:' for a photo as a whole. */
  readonly path: string
  readonly label: string
  /** What the field says now. */
  readonly standing: Json
}): ReactElement | null {
  const proposals = useOpenStory(id, (story) => story.proposals[path])
  if (proposals === undefined) return null
  return (
    <fieldset aria-label={`Suggested for ${label.toLocaleLowerCase('en-GB')}`} className={styles['all']}>
      {proposals.map((proposal) => (
        <OneProposal
          key={`${proposal.suggestion} ${proposal.does}`}
          id={id}
          label={label}
          proposal={proposal}
          change={changeOf(path as FieldPath, proposal, standing)}
        />
      ))}
    </fieldset>
  )
}

type Change = Pick<Suggestion, 'place' | 'before' | 'after' | 'what'>

function OneProposal({
  id,
  label,
  proposal: { suggestion, by },
  change,
}: {
  readonly id: string
  readonly label: string
  readonly proposal: Proposal
  readonly change: Change
}): ReactElement {
  const name = useDesk((state) => nameOf(state.people, by))
  const isDeciding = useOpenStory(id, ({ deciding }) => deciding.includes(suggestion)) ?? false
  const decider = useDecider(id)
  const isActive = useActiveChange() === suggestion
  const ways = useChangeWays()
  const actions = useActions()
  const button = (verdict: DecisionRequest['verdict'], word: string): ReactElement => (
    <ReasonedButton
      size="small"
      kind="quiet"
      off={whyNotDecide(decider, by, verdict)}
      aria-label={`${word}: ${label}, by ${name}`}
      icon={verdict === 'accept' ? <Check aria-hidden /> : <X aria-hidden />}
      onPress={() => {
        if (isDeciding) return
        actions.decide(id, [suggestion], verdict)
        announce(verdict === 'accept' ? 'Accepted' : 'Rejected')
      }}
    >
      {word}
    </ReasonedButton>
  )
  return (
    <div
      className={styles['one']}
      data-active={isActive || undefined}
      onFocus={() => ways?.activate(suggestion)}
    >
      <Face name={name} colour={personColour(by)} />
      <ChangeWords change={change} colour={personColour(by)} />
      <span className={styles['decide']}>
        {button('accept', 'Accept')}
        {button('reject', rejectName(by, decider.me))}
      </span>
    </div>
  )
}

function changeOf(path: FieldPath, proposal: Proposal, standing: Json): Change {
  const place = { field: path }
  if (proposal.does === 'set')
    return {
      place,
      before: words(standing),
      after: words(proposal.to),
      what: proposal.to === '' ? 'Nothing' : '',
    }
  const kind = path.startsWith('photo:') ? 'photo' : 'author'
  return { place, before: '', after: '', what: WHOLE[kind][proposal.does] }
}

const words = (value: Json): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
