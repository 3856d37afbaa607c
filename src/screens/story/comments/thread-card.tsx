import { Check, RotateCcw } from 'lucide-react'
import { useRef, useState, type ReactElement } from 'react'
import { flushSync } from 'react-dom'
import type { Thread } from '../../../domain/threads/thread.ts'
import { useActions, useDesk, useOpenStory } from '../../../store/use-desk.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/button.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { anchorPlace } from './anchor-place.ts'
import { useCommentDesk, useCommentWays } from './comment-desk.tsx'
import { MessageField } from './message-field.tsx'
import { MessageList, nameOf } from './message-list.tsx'
import styles from './thread-card.module.css'
import { useGoToAnchor } from './use-go-to-anchor.ts'
import { useMayComment } from './use-may-comment.ts'

/** One thread: what it is about, with the way there; what was said; an answer; settling it. */
export function ThreadCard({
  id,
  thread,
  isLost,
}: {
  readonly id: string
  readonly thread: Thread
  /** Nothing of what it is about is left. */
  readonly isLost: boolean
}): ReactElement {
  const { anchor, quote, messages, resolved } = thread
  const lead = useOpenStory(id, (story) => story.fields.lead) ?? ''
  const people = useDesk((state) => state.people)
  const isActive = useCommentDesk()?.active === thread.id
  const ways = useCommentWays()
  const goTo = useGoToAnchor(id)
  const mayComment = useMayComment(id)
  const actions = useActions()
  const [isAnswering, setIsAnswering] = useState(false)
  const foot = useRef<HTMLDivElement>(null)
  const endAnswer = (): void => {
    flushSync(() => setIsAnswering(false))
    foot.current?.querySelector('button')?.focus()
  }
  const { label } = anchorPlace(anchor, lead)
  const about = quote === '' ? label : `“${quote}”`
  return (
    // oxlint-disable-next-line no-noninteractive-element-interactions -- Nothing is pressed here: what is read follows the focus.
    <article
      className={styles['card']}
      aria-label={`Comment by ${nameOf(people, thread.by)} on ${about}`}
      data-thread={thread.id}
      data-active={isActive || undefined}
      onFocus={() => {
        if (!isActive) ways?.activate(thread.id)
      }}
    >
      {isLost ? (
        <p className={styles['place']}>
          <span className={styles['label']}>{label}</span>
          {quote === '' ? null : <q className={styles['quote']}>{quote}</q>}
        </p>
      ) : (
        <button type="button" className={styles['place']} onClick={() => goTo(thread)}>
          <VisuallyHidden>Go to</VisuallyHidden> <span className={styles['label']}>{label}</span>{' '}
          {quote === '' ? null : <q className={styles['quote']}>{quote}</q>}
        </button>
      )}
      <MessageList messages={messages} />
      {resolved === null ? null : (
        <p className={styles['resolved']}>Resolved by {nameOf(people, resolved.by)}</p>
      )}
      {!mayComment ? null : isAnswering ? (
        <MessageField
          label="Reply"
          send="Reply"
          takesFocus
          onCancel={endAnswer}
          onSend={(said) => {
            actions.addMessage(id, thread.id, said)
            announce('Reply sent')
            endAnswer()
          }}
        />
      ) : (
        <div ref={foot} className={styles['foot']}>
          {resolved === null ? (
            <>
              <Button size="small" kind="quiet" onPress={() => setIsAnswering(true)}>
                Reply
              </Button>
              <Button
                size="small"
                kind="quiet"
                icon={<Check aria-hidden />}
                onPress={() => {
                  actions.resolveThread(id, thread.id)
                  announce('Resolved')
                }}
              >
                Resolve
              </Button>
            </>
          ) : (
            <Button
              size="small"
              kind="quiet"
              icon={<RotateCcw aria-hidden />}
              onPress={() => actions.reopenThread(id, thread.id)}
            >
              Reopen
            </Button>
          )}
        </div>
      )}
    </article>
  )
}
