import type { ReactElement, ReactNode } from 'react'
import type { FlagCount } from '../../domain/checks/sign-off-flags.ts'
import { personColour } from '../../domain/person.ts'
import { Face } from '../../ui/face.tsx'
import { ago, inFull } from '../desk/ago.ts'
import { StatusChip } from '../status-chip.tsx'
import { useNow, ZONE } from '../use-now.ts'
import styles from './version-list.module.css'
import { foundWords, whyWords, type VersionHead } from './version-words.ts'

type EntryState = {
  readonly isChosen: boolean
  readonly isCompared: boolean
  /** Where Tab stops in the list; the arrows go on from there. */
  readonly isStop: boolean
  readonly onChoose: () => void
}

/** One version: what it is called, why it was made, by whom and when, and what the checks had found in it, if it was approved. */
export function VersionEntry({
  head,
  found,
  ...state
}: EntryState & { readonly head: VersionHead; readonly found: readonly FlagCount[] }): ReactElement {
  const now = useNow()
  return (
    <Entry {...state}>
      <span className={styles['head']}>
        <Face name={head.by.name} colour={personColour(head.by.id)} hidden />
        <b className={styles['title']}>{head.name === '' ? `Version ${head.number}` : head.name}</b>
        <StatusChip status={head.status} />
      </span>
      <span className={styles['why']}>{whyWords(head)}</span>
      {found.length === 0 ? null : <span className={styles['why']}>{foundWords(found)}</span>}
      <span className={styles['facts']}>
        <span>{head.by.name}</span>
        <span>{countWords(head.words)}</span>
        {head.suggestions === 0 ? null : <span>{openSuggestions(head.suggestions)}</span>}
      </span>
      <time className={styles['when']} dateTime={head.at}>
        {ago(head.at, now, ZONE)} · {inFull(head.at, ZONE)}
      </time>
    </Entry>
  )
}

/** The story as it stands, whether or not it is kept as a version. */
export function NowEntry({
  words,
  newest,
  ...state
}: EntryState & {
  readonly words: number | undefined
  readonly newest: VersionHead | undefined
}): ReactElement {
  return (
    <Entry {...state}>
      <span className={styles['head']}>
        <b className={styles['title']}>Now</b>
      </span>
      <span className={styles['why']}>
        {newest ? `The story as it stands, after version ${newest.number}` : 'The story as it stands'}
      </span>
      {words === undefined ? null : <span className={styles['facts']}>{countWords(words)}</span>}
    </Entry>
  )
}

function Entry({
  isChosen,
  isCompared,
  isStop,
  onChoose,
  children,
}: EntryState & { readonly children: ReactNode }): ReactElement {
  return (
    <button
      type="button"
      className={styles['entry']}
      aria-current={isChosen}
      data-compared={isCompared}
      tabIndex={isStop ? 0 : -1}
      onClick={onChoose}
    >
      {children}
      {isCompared ? <span className={styles['compared']}>Compared with the chosen one</span> : null}
    </button>
  )
}

const countWords = (words: number): string => (words === 1 ? '1 word' : `${words} words`)

const openSuggestions = (count: number): string =>
  count === 1 ? '1 open suggestion' : `${count} open suggestions`
