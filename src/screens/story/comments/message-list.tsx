import type { ReactElement } from 'react'
import { personColour, type Person } from '../../../domain/person.ts'
import type { Message } from '../../../domain/threads/thread.ts'
import { useDesk } from '../../../store/use-desk.ts'
import { Face } from '../../../ui/face.tsx'
import { ago, inFull } from '../../desk/ago.ts'
import { useNow, ZONE } from '../../use-now.ts'
import { piecesOf } from './mentions.ts'
import styles from './message-list.module.css'

/** Who said what and when, oldest first. */
export function MessageList({ messages }: { readonly messages: readonly Message[] }): ReactElement {
  const people = useDesk((state) => state.people)
  return (
    <ol className={styles['messages']}>
      {messages.map((message) => (
        <li key={message.id} className={styles['message']}>
          <MessageHead by={message.by} at={message.at} people={people} />
          <p className={styles['text']}>
            <Words message={message} people={people} />
          </p>
        </li>
      ))}
    </ol>
  )
}

/** The name of whoever has this id. Somebody who left the desk has none. */
export const nameOf = (people: readonly Person[], id: string): string =>
  people.find((person) => person.id === id)?.name ?? 'Somebody'

function MessageHead({
  by,
  at,
  people,
}: {
  readonly by: string
  readonly at: string
  readonly people: readonly Person[]
}): ReactElement {
  const now = useNow()
  const name = nameOf(people, by)
  const isDate = !Number.isNaN(Date.parse(at))
  return (
    <p className={styles['head']}>
      <Face name={name} colour={personColour(by)} hidden />
      <b>{name}</b>
      {isDate ? (
        <time dateTime={at} title={inFull(at, ZONE)} className={styles['at']}>
          {ago(at, now, ZONE)}
        </time>
      ) : null}
    </p>
  )
}

function Words({
  message: { text, mentions },
  people,
}: {
  readonly message: Message
  readonly people: readonly Person[]
}): ReactElement {
  const named = people.filter(({ id }) => mentions.includes(id))
  return (
    <>
      {piecesOf(text, named).map((piece) =>
        piece.person === null ? (
          piece.text
        ) : (
          <b key={piece.at} className={styles['mention']}>
            {piece.text}
          </b>
        ),
      )}
    </>
  )
}
