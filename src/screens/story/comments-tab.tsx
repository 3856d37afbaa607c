import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { Thread } from '../../domain/threads/thread.ts'
import { useOpenStory } from '../../store/use-desk.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { SHORTCUTS, shortcutText } from '../../editor/shortcuts.ts'
import { useCommentDesk } from './comments/comment-desk.tsx'
import { NewThread } from './comments/new-thread.tsx'
import { ThreadCard } from './comments/thread-card.tsx'
import { useMayComment } from './comments/use-may-comment.ts'
import styles from './comments-tab.module.css'
import { onMac } from './on-mac.ts'
import { useWanted } from './side-tab.tsx'

type Filter = 'open' | 'resolved' | 'all'

const FILTERS: readonly { readonly value: Filter; readonly label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'resolved', label: 'Resolved' },
  { value: 'all', label: 'All' },
]

const NONE: readonly never[] = []

/** All that was said of the story's words and fields, in reading order; and where something is said. */
export function CommentsTab({ id }: { readonly id: string }): ReactElement {
  const all = useOpenStory(id, (story) => story.threads) ?? NONE
  const lost = useOpenStory(id, (story) => story.lostThreads) ?? NONE
  const desk = useCommentDesk()
  const [filter, setFilter] = useState<Filter>('open')
  const list = useRef<HTMLDivElement>(null)
  const wanted = useWanted('thread')
  useEffect(() => {
    if (wanted) goToCard(list.current, wanted.id)
  }, [wanted])
  const active = desk?.active ?? null
  useEffect(() => {
    if (active !== null) cardOf(list.current, active)?.scrollIntoView({ block: 'nearest' })
  }, [active])

  // What somebody was led to is seen, whatever is chosen.
  const isForemost = ({ id: thread }: Thread): boolean => thread === desk?.active || thread === wanted?.id
  const comments = all.filter(({ anchor }) => anchor.kind !== 'suggestion')
  const shown = comments.filter((thread) => {
    return filter === 'all' || (thread.resolved === null) === (filter === 'open') || isForemost(thread)
  })
  const there = shown.filter((thread) => !lost.includes(thread.id))
  const gone = shown.filter((thread) => lost.includes(thread.id))
  return (
    <div ref={list} className={styles['tab']}>
      {desk?.draft ? (
        <NewThread
          key={`${desk.draft.quote} ${JSON.stringify(desk.draft.anchor)}`}
          id={id}
          draft={desk.draft}
          onMade={(thread) => requestAnimationFrame(() => goToCard(list.current, thread))}
        />
      ) : null}
      <div className={styles['filter']}>
        <RadioGroup label="Show" layout="row" value={filter} options={FILTERS} onChange={setFilter} />
      </div>
      {shown.length === 0 ? <Nothing id={id} filter={filter} isEmpty={comments.length === 0} /> : null}
      <Cards id={id} threads={there} isLost={false} />
      {gone.length === 0 ? null : (
        <section aria-labelledby="lost-comments">
          <h2 id="lost-comments" className={styles['lost']}>
            Words no longer in the text
          </h2>
          <Cards id={id} threads={gone} isLost />
        </section>
      )}
    </div>
  )
}

/** Gives the focus to a thread, which makes it the one that is read. */
function goToCard(list: HTMLElement | null, thread: string): void {
  cardOf(list, thread)?.querySelector<HTMLElement>('button')?.focus()
}

const cardOf = (list: HTMLElement | null, thread: string): HTMLElement | null =>
  list?.querySelector<HTMLElement>(`[data-thread="${CSS.escape(thread)}"]`) ?? null

function Cards({
  id,
  threads,
  isLost,
}: {
  readonly id: string
  readonly threads: readonly Thread[]
  readonly isLost: boolean
}): ReactElement | null {
  return threads.length === 0 ? null : (
    <ol>
      {threads.map((thread) => (
        <li key={thread.id}>
          <ThreadCard id={id} thread={thread} isLost={isLost} />
        </li>
      ))}
    </ol>
  )
}

function Nothing({
  id,
  filter,
  isEmpty,
}: {
  readonly id: string
  readonly filter: Filter
  readonly isEmpty: boolean
}): ReactElement {
  const mayComment = useMayComment(id)
  const keys = shortcutText(SHORTCUTS.comment.keys[0], onMac())
  const none = isEmpty || filter === 'all' ? 'Nobody has commented yet.' : `There are no ${filter} comments.`
  return (
    <p className={styles['nothing']}>
      {none}
      {mayComment ? ` Select words and press ${keys}, or comment on a whole field beside its name.` : ''}
    </p>
  )
}
