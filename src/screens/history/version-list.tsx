import type { KeyboardEvent, ReactElement } from 'react'
import { useActions, useDesk, useOpenStory } from '../../store/use-desk.ts'
import { BLANK_COUNTS } from '../../store/desk-state.ts'
import type { StoryHistory, VersionName } from '../../store/story-history.ts'
import { NowEntry, VersionEntry } from './version-entry.tsx'
import styles from './version-list.module.css'
import { neighbourOf, type VersionHead } from './version-words.ts'

/** Every version, newest first, under the story as it stands now. A press chooses one; the arrows go through them. */
export function VersionList({
  id,
  heads,
  compared,
}: {
  readonly id: string
  readonly heads: readonly VersionHead[]
  readonly compared: StoryHistory['compared'] | null
}): ReactElement {
  const actions = useActions()
  const words = useOpenStory(id, ({ counts }) => (counts === BLANK_COUNTS ? undefined : counts.words))
  const events = useDesk(({ histories }) => histories[id]?.events)
  const approvals = events?.status === 'ready' ? events.value.filter(({ type }) => type === 'approve') : []
  const choose = (chosen: VersionName): void =>
    actions.compareVersions(id, { chosen, against: neighbourOf(chosen, heads) })
  const entry = (name: VersionName) => ({
    isChosen: compared?.chosen === name,
    isCompared: compared?.against === name,
    isStop: (compared?.chosen ?? 'now') === name,
    onChoose: () => choose(name),
  })
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the buttons in it
    <ol className={styles['list']} aria-label="Versions" onKeyDown={goThrough}>
      <li>
        <NowEntry {...entry('now')} words={words} newest={heads[0]} />
      </li>
      {heads.map((head) => (
        <li key={head.number}>
          <VersionEntry
            {...entry(head.number)}
            head={head}
            found={approvals.find(({ version }) => version === head.number)?.flags ?? []}
          />
        </li>
      ))}
    </ol>
  )
}

const STEPS: Readonly<Record<string, (place: number, last: number) => number>> = {
  ArrowDown: (place, last) => Math.min(place + 1, last),
  ArrowUp: (place) => Math.max(place - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

function goThrough(event: KeyboardEvent<HTMLOListElement>): void {
  const step = STEPS[event.key]
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const place = buttons.findIndex((button) => button === document.activeElement)
  if (place === -1) return
  event.preventDefault()
  buttons[step(place, buttons.length - 1)]?.focus()
}
