import { useState, type FormEvent, type ReactElement } from 'react'
import type { Allowed, CheckSettings } from '../../../domain/checks/check-settings.ts'
import { CHECK_NAMES } from '../../../domain/checks/check-names.ts'
import { foldText } from '../../../domain/search-text.ts'
import { useActions } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './checks.module.css'
import { Fold } from './fold.tsx'
import { PageButtons, pageOf } from './page-buttons.tsx'

/** What stands in the list: a word of the desk's dictionary, or words that one check lets stand. */
type Entry = { readonly words: string; readonly allowed: Allowed | null }

/** The desk's dictionary, and all else that is always allowed. */
export function WordsPart({
  settings,
  mayAllow,
}: {
  readonly settings: Pick<CheckSettings, 'deskWords' | 'allowed'>
  readonly mayAllow: boolean
}): ReactElement {
  const actions = useActions()
  const [search, setSearch] = useState('')
  const [page, setPage] = useState(0)
  const { deskWords, allowed } = settings
  const entries: readonly Entry[] = [
    ...deskWords.map((words) => ({ words, allowed: null })),
    ...allowed.map((row) => ({ words: row.words, allowed: row })),
  ]
  const wanted = foldText(search)
  const found = entries
    .filter(({ words }) => foldText(words).includes(wanted))
    .toSorted((a, b) => a.words.localeCompare(b.words))
  const shown = pageOf(found, page)
  return (
    <Fold title="Always allowed" aside={`${entries.length} in all`}>
      {mayAllow ? <AddWord /> : null}
      {entries.length > 0 ? (
        <SearchField
          label="Search allowed words"
          value={search}
          onChange={(next) => {
            setSearch(next)
            setPage(0)
          }}
        />
      ) : (
        <p className={styles['quiet']}>Nothing yet. “Always allow” at a flag puts words here.</p>
      )}
      <ul className={styles['list']} aria-label="Always allowed">
        {shown.rows.map(({ words, allowed: row }) => (
          <li key={row ? JSON.stringify(row) : words} className={styles['entry']}>
            <span>
              {words}
              {row ? <span className={styles['quiet']}> {labelOf(row.check)}</span> : null}
            </span>
            {mayAllow ? (
              <Button
                size="small"
                kind="quiet"
                aria-label={`No longer allow “${words}”${row ? ` (${labelOf(row.check)})` : ''}`}
                onPress={() =>
                  actions.changeChecks(
                    { type: 'disallow', words: row ? [] : [words], allowed: row ? [row] : [] },
                    `“${words}” is checked again.`,
                  )
                }
              >
                Remove
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <PageButtons what="words" page={shown} onPage={setPage} />
    </Fold>
  )
}

const labelOf = (check: string): string => CHECK_NAMES.find(({ name }) => name === check)?.label ?? check

function AddWord(): ReactElement {
  const actions = useActions()
  const [word, setWord] = useState('')
  const [error, setError] = useState('')
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const words = word.trim()
    if (words === '') return setError('Type a word first.')
    actions.changeChecks(
      { type: 'allow', words: [words], allowed: [] },
      `“${words}” is in the desk’s dictionary.`,
    )
    return setWord('')
  }
  return (
    <form className={styles['add']} aria-label="Add to the dictionary" onSubmit={add} noValidate>
      <TextField
        label="Word that is spelt right"
        value={word}
        error={error}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        description="A capital letter in it has to be there; small letters match either."
        onChange={(next) => {
          setWord(next)
          setError('')
        }}
      />
      <Button type="submit">Add</Button>
    </form>
  )
}
