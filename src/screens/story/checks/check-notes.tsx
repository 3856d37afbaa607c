import { useEffect, useState, type ReactElement } from 'react'
import type { CheckReport, SpellerState } from '../../../domain/checks/check-report.ts'
import styles from './checks.module.css'

const SPELLER: Readonly<Record<SpellerState, string>> = {
  loading: 'Spelling and grammar are being loaded.',
  harper: '',
  dictionary:
    'Spelling is checked with a plain dictionary, and grammar not at all, because the full checker can’t run in this browser.',
  failed:
    'Spelling can’t be checked, because the checker could not be loaded. Nothing is wrong with the story. Load the page again to try once more.',
  off: 'Spelling is switched off.',
}

const BROKEN: Readonly<Record<CheckReport['broken'], string>> = {
  nothing: '',
  'house style':
    'House style can’t be checked in this browser just now. Nothing is wrong with the story. Load the page again to try once more.',
  everything:
    'The checks can’t run in this browser just now. Nothing is wrong with the story. Load the page again to try once more.',
}

/** Milliseconds of looking from which on it is worth a word: what somebody types is mostly looked at sooner. */
const SLOW = 800

/** What keeps the list from being whole, if anything does. */
export function CheckNotes({ report }: { readonly report: CheckReport }): ReactElement {
  const { isComplete, broken, speller, stopped } = report
  const isSlow = useSlow(!isComplete && broken !== 'everything')
  const notes = [
    BROKEN[broken],
    broken === 'everything' ? '' : SPELLER[speller],
    ...stopped.map(
      ({ rule }) =>
        `The house rule ${rule} took too long and was stopped. All others ran. A chief can mend it in Settings.`,
    ),
  ].filter((note) => note !== '')
  return (
    <>
      {isSlow ? <p className={styles['notes']}>Still looking…</p> : null}
      <output className={styles['notes']} hidden={notes.length === 0}>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </output>
    </>
  )
}

/** Has this been going on for a while? */
function useSlow(isGoingOn: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isGoingOn) return undefined
    const timer = setTimeout(() => setSlow(true), SLOW)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isGoingOn])
  return isGoingOn && isSlow
}
