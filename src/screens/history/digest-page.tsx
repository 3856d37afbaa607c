import { Printer } from 'lucide-react'
import type { ReactElement } from 'react'
import { useDesk, useOpenStory } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { usePageTitle } from '../../ui/page-title.ts'
import { RefusedStory } from '../story/refused-story.tsx'
import { DigestArticle } from './digest-article.tsx'
import styles from './digest-page.module.css'
import { digestSpan } from './digest-span.ts'
import { HistoryBar } from './history-bar.tsx'
import { useHeadline } from './use-headline.ts'
import { useHistoryOf } from './use-history-of.ts'

/** "What the desk changed": one page for a story's reporters, from submission to approval. */
export function DigestPage({ id }: { readonly id: string }): ReactElement {
  useHistoryOf(id)
  usePageTitle(`What the desk changed: ${useHeadline(id)}`)
  const refusal = useDesk(({ stories: { [id]: story } }) =>
    story?.phase === 'refused' ? story.refusal : null,
  )
  if (refusal) return <RefusedStory id={id} refusal={refusal} />
  return (
    <div className={styles['digest']}>
      <HistoryBar id={id} page="digest">
        <Button kind="quiet" icon={<Printer aria-hidden />} onPress={() => print()}>
          Print
        </Button>
      </HistoryBar>
      <main className={styles['scroll']}>
        <Span id={id} />
      </main>
    </div>
  )
}

function Span({ id }: { readonly id: string }): ReactElement {
  const heads = useDesk(({ histories }) => histories[id]?.heads)
  const status = useOpenStory(id, (story) => story.record.status)
  if (heads?.status === 'failed') return <p role="alert">{heads.message}</p>
  if (heads?.status !== 'ready' || status === undefined) return <p>One moment…</p>
  const span = digestSpan(heads.value, status === 'approved' || status === 'published')
  return span ? (
    <DigestArticle id={id} span={span} />
  ) : (
    <p>This story has not been submitted yet, so the desk has not changed anything.</p>
  )
}
