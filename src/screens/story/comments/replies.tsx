import type { ReactElement } from 'react'
import { useActions, useOpenStory } from '../../../store/use-desk.ts'
import { MessageField } from './message-field.tsx'
import { MessageList } from './message-list.tsx'
import { useMayComment } from './use-may-comment.ts'
import styles from './thread-card.module.css'

/** What was said of a suggestion, its reason first, and a field to say more. */
export function Replies({
  id,
  suggestion,
}: {
  readonly id: string
  /** Id of the suggestion. */
  readonly suggestion: string
}): ReactElement | null {
  const thread = useOpenStory(id, ({ threads }) =>
    threads.find(({ anchor }) => anchor.kind === 'suggestion' && anchor.suggestion === suggestion),
  )
  const mayComment = useMayComment(id)
  const actions = useActions()
  if (thread === undefined && !mayComment) return null
  return (
    <div className={styles['replies']}>
      {thread === undefined ? null : <MessageList messages={thread.messages} />}
      {mayComment ? (
        <MessageField
          label={thread === undefined ? 'Reason or reply' : 'Reply'}
          send={thread === undefined ? 'Say' : 'Reply'}
          onSend={(said) => {
            if (thread !== undefined) actions.addMessage(id, thread.id, said)
            else actions.startThread(id, { kind: 'suggestion', suggestion }, '', said)
          }}
        />
      ) : null}
    </div>
  )
}
