import type { ReactElement } from 'react'
import { useDesk } from '../../store/use-desk.ts'
import { usePageTitle } from '../../ui/page-title.ts'
import { RefusedStory } from '../story/refused-story.tsx'
import { HistoryBar } from './history-bar.tsx'
import { HistoryColumns } from './history-columns.tsx'
import styles from './history-page.module.css'
import { LateEdits } from './late-edits.tsx'
import { useHistoryOf } from './use-history-of.ts'
import { useHeadline } from './use-headline.ts'

/** The past of one story: its versions, and what differs between any two of them. */
export function HistoryPage({ id }: { readonly id: string }): ReactElement {
  useHistoryOf(id)
  usePageTitle(`History: ${useHeadline(id)}`)
  const refusal = useDesk(({ stories: { [id]: story } }) =>
    story?.phase === 'refused' ? story.refusal : null,
  )
  const heads = useDesk(({ histories }) => histories[id]?.heads)
  if (refusal) return <RefusedStory id={id} refusal={refusal} />
  return (
    <div className={styles['history']}>
      <HistoryBar id={id} page="history" />
      <LateEdits id={id} />
      <main className={styles['columns']}>
        {heads?.status === 'ready' ? (
          <HistoryColumns id={id} heads={heads.value} />
        ) : heads?.status === 'failed' ? (
          <p className={styles['message']} role="alert">
            {heads.message}
          </p>
        ) : (
          <p className={styles['message']}>Reading the versions…</p>
        )}
      </main>
    </div>
  )
}
