import type { ReactElement } from 'react'
import { useActions, useOpenStory } from '../../../store/use-desk.ts'
import { anchorPlace } from './anchor-place.ts'
import type { Draft } from './comment-desk.tsx'
import { useCommentWays } from './comment-desk.tsx'
import { MessageField } from './message-field.tsx'
import styles from './thread-card.module.css'

/** Where a comment is written on what was picked; the way back is to where it was picked. */
export function NewThread({
  id,
  draft,
  onMade,
}: {
  readonly id: string
  readonly draft: Draft
  readonly onMade: (thread: string) => void
}): ReactElement {
  const lead = useOpenStory(id, (story) => story.fields.lead) ?? ''
  const ways = useCommentWays()
  const actions = useActions()
  const { anchor, quote } = draft
  const { label } = anchorPlace(anchor, lead)
  return (
    <section className={styles['card']} aria-label="New comment" data-active>
      <p className={styles['place']}>
        <span className={styles['label']}>{label}</span>
        {quote === '' ? null : <q className={styles['quote']}>{quote}</q>}
      </p>
      <MessageField
        label={quote === '' ? `Comment on ${label.toLocaleLowerCase('en-GB')}` : `Comment on “${quote}”`}
        send="Comment"
        takesFocus
        onSend={(said) => {
          const thread = actions.startThread(id, anchor, quote, said)
          ways?.end()
          if (thread !== null) onMade(thread)
        }}
        onCancel={() => {
          ways?.end()
          if (anchor.kind === 'words') ways?.goToText(anchor.text)
        }}
      />
    </section>
  )
}
