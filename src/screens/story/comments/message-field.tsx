/* oxlint-disable prefer-tag-over-role -- A select would take the focus, and with it the keys, from the field. */
import { useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { personColour, ROLE_NAMES, type Person } from '../../../domain/person.ts'
import type { Said } from '../../../store/thread-actions.ts'
import { useDesk } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { classes } from '../../../ui/classes.ts'
import { Face } from '../../../ui/face.tsx'
import { onMac } from '../on-mac.ts'
import { mentionsIn, offeredPeople, typedMention } from './mentions.ts'
import styles from './message-field.module.css'

/**
 * Where a message is written. "@" offers the people of the desk: arrows choose, Enter or Tab takes, Escape leaves them.
 * Ctrl or Cmd with Enter sends.
 */
export function MessageField({
  label,
  send,
  takesFocus = false,
  onSend,
  onCancel,
  more,
}: {
  readonly label: string
  /** What the button says. */
  readonly send: string
  readonly takesFocus?: boolean
  readonly onSend: (said: Said) => void
  readonly onCancel?: () => void
  readonly more?: ReactNode
}): ReactElement {
  const people = useDesk((state) => state.people)
  const [text, setText] = useState('')
  const [caret, setCaret] = useState(0)
  const [chosen, setChosen] = useState(0)
  const [isLeft, setIsLeft] = useState(false)
  const picked = useRef(new Map<string, string>())
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()

  // With the field itself: a key that comes right after it is seen is meant for it.
  useLayoutEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])

  const mention = isLeft ? null : typedMention(text, caret)
  const offered = mention === null ? [] : offeredPeople(people, mention.typed).slice(0, 8)
  const current = offered[Math.min(chosen, offered.length - 1)]
  const put = (next: string, at: number): void => {
    setText(next)
    setCaret(at)
    setChosen(0)
  }
  const take = (person: Person): void => {
    if (mention === null) return
    picked.current.set(person.name, person.id)
    const before = `${text.slice(0, mention.at)}@${person.name} `
    // At once: the next key may come before the field would be drawn.
    flushSync(() => put(before + text.slice(caret).replace(/^ /u, ''), before.length))
    field.current?.setSelectionRange(before.length, before.length)
  }
  const submit = (): void => {
    const said = text.trim()
    if (said === '') return
    onSend({ text: said, mentions: mentionsIn(said, people, picked.current) })
    put('', 0)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      submit()
    } else if (current !== undefined && KEYS.has(event.key) && !event.shiftKey) {
      event.preventDefault()
      event.stopPropagation()
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (event.key === 'Escape') setIsLeft(true)
      else if (step === 0) take(current)
      else setChosen((offered.indexOf(current) + step + offered.length) % offered.length)
    } else if (event.key === 'Escape' && onCancel !== undefined) {
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    }
  }
  return (
    <div className={styles['message']}>
      <div className={styles['box']}>
        <textarea
          ref={field}
          className={styles['field']}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? `${id}-people` : undefined}
          aria-activedescendant={current === undefined ? undefined : `${id}-${current.id}`}
          rows={text.includes('\n') || text.length > 60 ? 4 : 2}
          placeholder="Say something; @ names somebody"
          value={text}
          onChange={(event) => {
            setIsLeft(false)
            put(event.target.value, event.target.selectionStart)
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          onBlur={() => setIsLeft(true)}
        />
        {current === undefined ? null : (
          <div id={`${id}-people`} role="listbox" aria-label="People" className={styles['people']}>
            {offered.map((person) => (
              <div
                key={person.id}
                id={`${id}-${person.id}`}
                role="option"
                aria-selected={person === current}
                className={classes(styles['person'], person === current && styles['current'])}
                onPointerDown={(event) => {
                  event.preventDefault()
                  take(person)
                }}
              >
                <Face name={person.name} colour={personColour(person.id)} hidden />
                <span>{person.name}</span>
                <span className={styles['role']}>{ROLE_NAMES[person.role]}</span>
              </div>
            ))}
          </div>
        )}
      </div>
      <div className={styles['foot']}>
        <Button kind="primary" size="small" isDisabled={text.trim() === ''} onPress={submit}>
          {send}
        </Button>
        {onCancel === undefined ? null : (
          <Button kind="quiet" size="small" onPress={onCancel}>
            Cancel
          </Button>
        )}
        {more}
        {text === '' ? null : <kbd className={styles['keys']}>{onMac() ? '⌘ Enter' : 'Ctrl+Enter'}</kbd>}
      </div>
    </div>
  )
}

const KEYS: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'Enter', 'Tab', 'Escape'])
