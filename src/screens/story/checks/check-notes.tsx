import type { ReactElement } from 'react'
import type { CheckReport, SpellerState } from '../../../domain/checks/check-report.ts'
import styles from './checks.module.css'

const SPELLER: Readonly<Record<SpellerState, string>> = {
  loading: 'Spelling and grammar are being loaded.',
  harper: '',
  dictionary:
    'Spelling is checked with a plain dictionary, and grammar not at all, because this browser doesn’t run WebAssembly here.',
  failed:
    'Spelling can’t be checked: the checker could not be loaded. Nothing is wrong with the story. Load the page again to try once more.',
  off: 'Spelling is switched off.',
}

/** What keeps the list from being whole, if anything does. */
export function CheckNotes({ report }: { readonly report: CheckReport }): ReactElement | null {
  const notes = [
    report.isComplete ? '' : 'Still looking…',
    SPELLER[report.speller],
    ...report.stopped.map(
      ({ rule }) =>
        `The house rule ${rule} took too long and was stopped. All others ran. A chief can mend it in Settings.`,
    ),
  ].filter((note) => note !== '')
  return notes.length === 0 ? null : (
    <output className={styles['notes']}>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </output>
  )
}
