import { TextSelection } from '@tiptap/pm/state'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import type { KeyboardEvent, ReactElement } from 'react'
import { useEffect, useState } from 'react'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { runCommand } from '../run-command.ts'
import styles from './find-panel.module.css'
import { highlightFound } from './highlight-found.ts'
import { replaceWords } from './replace-words.ts'
import type { FoundPlace } from './use-found.ts'
import { foundPlaces, useFound } from './use-found.ts'

/** Find, and where something may be written replace, over all texts of the page. */
export function FindPanel({
  mayReplace,
  onClose,
}: {
  readonly mayReplace: boolean
  readonly onClose: () => void
}): ReactElement {
  const [words, setWords] = useState('')
  const [by, setBy] = useState('')
  const [matchCase, setMatchCase] = useState(false)
  const [wholeWords, setWholeWords] = useState(false)
  const [current, setCurrent] = useState(-1)
  const query = { words, matchCase, wholeWords }
  const places = useFound(query)

  useEffect(() => {
    highlightFound(places)
    return () => highlightFound([])
  }, [places])

  const goTo = (all: readonly FoundPlace[], index: number): void => {
    if (all.length === 0) {
      setCurrent(-1)
      return announce('Nothing found')
    }
    const at = (index + all.length) % all.length
    const place = all[at]
    setCurrent(at)
    if (place) show(place)
    return announce(`${at + 1} of ${all.length}, ${place?.in.name ?? ''}`)
  }
  const replace = (): void => {
    const place = places[current]
    if (!place) return goTo(places, 0)
    runCommand(place.in.editor, replaceWords([place.found], by))
    return goTo(foundPlaces(query), current)
  }
  const replaceAll = (): void => {
    const editors = new Set(places.map((place) => place.in.editor))
    for (const editor of editors) {
      const found = places.filter((place) => place.in.editor === editor).map((place) => place.found)
      runCommand(editor, replaceWords(found, by))
    }
    setCurrent(-1)
    announce(`${places.length} replaced`)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter') goTo(places, current + (event.shiftKey ? -1 : 1))
    else return
    event.preventDefault()
  }
  const none = places.length === 0
  return (
    <search className={styles['panel']} aria-label="Find and replace">
      <div className={styles['row']}>
        <div className={styles['field']}>
          <TextField
            label="Find"
            value={words}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field of a panel that was asked for
            autoFocus
            onChange={(now) => {
              setWords(now)
              setCurrent(-1)
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <IconButton
          label="Previous"
          icon={<ChevronUp aria-hidden />}
          isDisabled={none}
          onPress={() => goTo(places, current < 0 ? -1 : current - 1)}
        />
        <IconButton
          label="Next"
          icon={<ChevronDown aria-hidden />}
          isDisabled={none}
          onPress={() => goTo(places, current + 1)}
        />
        <IconButton label="Close find and replace" icon={<X aria-hidden />} onPress={onClose} />
      </div>
      {mayReplace ? (
        <div className={styles['row']}>
          <div className={styles['field']}>
            <TextField label="Replace with" value={by} onChange={setBy} onKeyDown={onKeyDown} />
          </div>
          <Button isDisabled={none} onPress={replace}>
            Replace
          </Button>
          <Button isDisabled={none} onPress={replaceAll}>
            Replace all
          </Button>
        </div>
      ) : null}
      <div className={styles['ways']}>
        <label>
          <input
            type="checkbox"
            checked={matchCase}
            onChange={(event) => setMatchCase(event.target.checked)}
          />
          Match case
        </label>
        <label>
          <input
            type="checkbox"
            checked={wholeWords}
            onChange={(event) => setWholeWords(event.target.checked)}
          />
          Whole words
        </label>
        <span className={styles['count']}>{words === '' ? '' : countWords(places.length, current)}</span>
      </div>
    </search>
  )
}

const countWords = (count: number, current: number): string =>
  count === 0 ? 'Nothing found' : current < 0 ? `${count} found` : `${current + 1} of ${count}`

/** Selects a place and brings it into sight; the focus stays in the panel. */
function show({ in: { editor }, found }: FoundPlace): void {
  if (editor.isDestroyed) return
  const { tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, found.from, found.to)))
  const { node } = editor.view.domAtPos(found.from, 1)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
}
