import type { ReactElement } from 'react'
import { useDesk } from '../../store/use-desk.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { StatusChip } from '../status-chip.tsx'
import { ContentView } from './content-view.tsx'
import styles from './story-layout.module.css'
import { useRawData } from './use-raw-data.ts'

/** A story that a newer Stet wrote: shown from what is stored, bound to no editor, never written. */
export function NewerStory({ id }: { readonly id: string }): ReactElement | null {
  const story = useDesk((state) => state.stories[id])
  const raw = useRawData(id)
  if (story?.phase !== 'newer') return null
  return (
    <main className={styles['newer']}>
      <div className={styles['bar']}>
        <StatusChip status={story.record.status} />
        <output aria-label="Save state" className={styles['state']}>
          Read-only: written with a newer Stet
        </output>
        <span className={styles['gap']} />
        <Button kind="quiet" isPending={raw.isLoading} onPress={raw.download}>
          Download raw data
        </Button>
      </div>
      <Banner tone="warn">
        This story was written with a newer version of Stet. Nothing is lost: it is shown as far as this
        version understands it, and can’t be changed here. Update Stet to go on with it.
        {raw.problem === '' ? null : ` ${raw.problem}`}
      </Banner>
      <div className={styles['scroll']}>
        <div className={styles['page']}>
          <ContentView content={story.content} />
        </div>
      </div>
    </main>
  )
}
