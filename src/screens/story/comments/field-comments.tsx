import { MessageSquare, MessageSquarePlus } from 'lucide-react'
import type { ReactElement } from 'react'
import { isOpenComment } from '../../../domain/threads/read-threads.ts'
import type { ThreadAnchor } from '../../../domain/threads/thread.ts'
import { useOpenStory } from '../../../store/use-desk.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { anchorPlace } from './anchor-place.ts'
import { useCommentDesk, useCommentWays } from './comment-desk.tsx'
import styles from './field-comments.module.css'
import { useMayComment } from './use-may-comment.ts'

/** Comments on a whole panel, or on the body: how many are open on it and its words, and the way to say something. */
export function FieldComments(props: {
  /** The panel's name; `photo-<id>` for a picture of the body. */
  readonly panel: string
  readonly label: string
  readonly placement?: 'top' | 'bottom'
}): ReactElement | null {
  const desk = useCommentDesk()
  return desk === null ? null : <PanelComments storyId={desk.storyId} {...props} />
}

function PanelComments({
  storyId,
  panel,
  label,
  placement = 'bottom',
}: {
  readonly storyId: string
  readonly panel: string
  readonly label: string
  readonly placement?: 'top' | 'bottom'
}): ReactElement | null {
  const lead = useOpenStory(storyId, (story) => story.fields.lead) ?? ''
  // Ids as one string, so that only what is open here draws this button anew.
  const here = useOpenStory(storyId, ({ threads }) =>
    threads
      .filter((thread) => isOpenComment(thread) && anchorPlace(thread.anchor, lead).panel === panel)
      .map(({ id }) => id)
      .join(' '),
  )
  const mayComment = useMayComment(storyId)
  const ways = useCommentWays()
  const threads = (here ?? '').split(' ').filter((thread) => thread !== '')
  const count = threads.length
  if (!mayComment && count === 0) return null
  const name = label.toLocaleLowerCase('en-GB')
  const words =
    count === 0 ? `Comment on ${name}` : `${count === 1 ? '1 comment' : `${count} comments`} on ${name}`
  return (
    <span className={styles['comments']} data-has={count > 0 || undefined}>
      <IconButton
        label={words}
        size="small"
        placement={placement}
        icon={count === 0 ? <MessageSquarePlus aria-hidden /> : <MessageSquare aria-hidden />}
        onPress={() => {
          if (count > 0) ways?.open(threads)
          else ways?.begin({ anchor: fieldAnchor(panel, lead), quote: '' })
        }}
      />
      {count === 0 ? null : (
        <span className={styles['count']} aria-hidden>
          {count}
        </span>
      )}
    </span>
  )
}

/** What is said of a whole panel. A photo is named by its id: another may take its place. */
export function fieldAnchor(panel: string, lead: string): ThreadAnchor {
  const photo = panel === 'photo' ? lead : panel.startsWith('photo-') ? panel.slice('photo-'.length) : ''
  return { kind: 'field', field: photo === '' ? panel : `photo:${photo}` }
}
