import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import type { DecisionRequest } from '../../domain/suggestions/decide.ts'
import type { Suggestion } from '../../domain/suggestions/suggestion.ts'
import { shortcutText } from '../../editor/shortcuts.ts'
import { useActions, useDesk, useOpenStory } from '../../store/use-desk.ts'
import { announce } from '../../ui/announce.ts'
import { useNow } from '../use-now.ts'
import { useActiveChange, useChangeWays } from './changes/change-desk.tsx'
import { ChangeFilter, countingFilter, isShown, type ShownChanges } from './changes/change-filter.tsx'
import { CHANGE_KEYS } from './changes/change-keys.ts'
import { ChangeRow, type RowWays } from './changes/change-row.tsx'
import styles from './changes/changes.module.css'
import { DecidedList } from './changes/decided-list.tsx'
import { DecisionBar } from './changes/decision-bar.tsx'
import { useAfterDecision } from './changes/use-after-decision.ts'
import { useDecider } from './changes/use-decider.ts'
import { useDrawn } from './changes/use-drawn.ts'
import { useRowFocus } from './changes/use-row-focus.ts'
import { useSaid } from './changes/use-said.ts'
import { whyNotDecide } from './changes/why-not-decide.ts'
import { nameOf } from './comments/message-list.tsx'
import { onMac } from './on-mac.ts'

const NONE: readonly never[] = []
const EVERYTHING: ShownChanges = { by: '', kind: '' }

/** Every open suggestion in reading order, with the decisions on them; below it what was decided. */
export function ChangesTab({ id }: { readonly id: string }): ReactElement {
  const all = useOpenStory(id, (story) => story.suggestions) ?? NONE
  const deciding = useOpenStory(id, (story) => story.deciding) ?? NONE
  const lead = useOpenStory(id, (story) => story.fields.lead) ?? ''
  const people = useDesk((state) => state.people)
  const said = useSaid(id)
  const decider = useDecider(id)
  const active = useActiveChange()
  const ways = useChangeWays()
  const actions = useActions()
  const goOn = useAfterDecision(id)
  const now = useNow()
  const list = useRef<HTMLDivElement>(null)
  const [chosen, setFilter] = useState(EVERYTHING)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [pickedLast, setPickedLast] = useState('')

  const filter = useMemo(() => countingFilter(chosen, all), [chosen, all])
  const shown = useMemo(() => all.filter((suggestion) => isShown(filter, suggestion)), [all, filter])
  const drawn = useDrawn(shown.length)
  const focusLater = useRowFocus(list, all, active)
  const selected = shown.filter((suggestion) => picked.has(suggestion.id))

  const decide = (
    which: readonly Suggestion[],
    verdict: DecisionRequest['verdict'],
    reason: string,
  ): void => {
    const ids = which.map((suggestion) => suggestion.id)
    focusLater(ids, goOn(ids))
    setPicked(new Set())
    actions.decide(id, ids, verdict, reason)
    announce(
      `${which.length === 1 ? '' : `${which.length} `}${verdict === 'accept' ? 'Accepted' : 'Rejected'}`,
    )
  }
  const pick = (suggestion: string, isRange: boolean): void => {
    const on = !picked.has(suggestion)
    const places = [pickedLast, suggestion].map((one) => shown.findIndex((each) => each.id === one))
    const from = Math.min(...places)
    const range = isRange && from >= 0 ? shown.slice(from, Math.max(...places) + 1) : []
    const changed = range.length > 0 ? range.map((each) => each.id) : [suggestion]
    const next = new Set(picked)
    for (const one of changed)
      if (on) next.add(one)
      else next.delete(one)
    setPicked(next)
    setPickedLast(suggestion)
  }
  const latest = useRef({ decide, pick })
  useEffect(() => {
    latest.current = { decide, pick }
  })
  // The same for as long as the tab stands, so that no row is drawn for another's sake.
  const rowWays = useMemo(
    (): RowWays => ({
      decide: (suggestion, verdict, reason) => latest.current.decide([suggestion], verdict, reason),
      pick: (suggestion, isRange) => latest.current.pick(suggestion, isRange),
      open: (suggestion) => ways?.goTo(suggestion),
      activate: (suggestion) => ways?.activate(suggestion),
    }),
    [ways],
  )
  const offReason = whyNotDecide(decider, '', 'accept')
  return (
    <div ref={list} className={styles['tab']}>
      {all.length === 0 ? (
        <p className={styles['nothing']}>Nothing is suggested.</p>
      ) : (
        <>
          <ChangeFilter all={all} filter={filter} onChange={setFilter} />
          <DecisionBar
            shown={shown}
            selected={selected}
            filter={filter}
            decider={decider}
            onDecide={decide}
          />
          {offReason === '' ? null : (
            <p id="why-not-decide" className={styles['why']}>
              {offReason}
            </p>
          )}
          <p className={styles['keys']}>
            {shortcutText(CHANGE_KEYS.next.keys[0], onMac())} goes to the next change
            {offReason === '' ? `, ${shortcutText(CHANGE_KEYS.accept.keys[0], onMac())} accepts it.` : '.'}
          </p>
        </>
      )}
      <ol className={styles['list']} aria-label="Open suggestions">
        {shown.slice(0, drawn).map((suggestion) => (
          <ChangeRow
            key={suggestion.id}
            storyId={id}
            suggestion={suggestion}
            name={nameOf(people, suggestion.by)}
            said={said.get(suggestion.id) ?? ''}
            lead={lead}
            now={now}
            me={decider.me}
            isActive={active === suggestion.id}
            isPicked={picked.has(suggestion.id)}
            mayAccept={whyNotDecide(decider, suggestion.by, 'accept') === ''}
            mayReject={whyNotDecide(decider, suggestion.by, 'reject') === ''}
            isDeciding={deciding.includes(suggestion.id)}
            ways={rowWays}
          />
        ))}
      </ol>
      <DecidedList id={id} now={now} lead={lead} />
    </div>
  )
}
