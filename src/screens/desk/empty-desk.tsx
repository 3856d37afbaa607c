import { Link } from 'wouter'
import { useDesk } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { useSampleStory } from '../welcome/use-sample-story.ts'
import styles from './empty-desk.module.css'
import type { Queue } from './queues.ts'
import { ALL_STORIES, addressOf } from './queues.ts'

/** What stands where no story does: how to start, or the way back from a search that found nothing. */
export function EmptyDesk({
  queue,
  search,
  isFirst,
  onClear,
}: {
  readonly queue: Queue
  readonly search: string
  /** There is no story at all, spiked ones included. */
  readonly isFirst: boolean
  readonly onClear: () => void
}) {
  if (isFirst) return <FirstStory />
  if (search !== '') {
    return (
      <div className={styles['empty']}>
        <h2 className={styles['title']}>Nothing found for “{search}”</h2>
        <p className={styles['hint']}>
          {queue === ALL_STORIES
            ? 'Every word is looked for in headline, dek, slug, byline and body. Spiked stories are in their own queue.'
            : `Only “${queue.name}” was searched.`}
        </p>
        <div className={styles['buttons']}>
          <Button onPress={onClear}>Clear the search</Button>
        </div>
      </div>
    )
  }
  return (
    <div className={styles['empty']}>
      <h2 className={styles['title']}>{queue.empty}</h2>
      {queue === ALL_STORIES ? null : (
        <p className={styles['hint']}>
          <Link href={addressOf(ALL_STORIES)}>Show all stories</Link>
        </p>
      )}
    </div>
  )
}

function FirstStory() {
  const me = useDesk((state) => state.me)
  const { trySample, isBusy } = useSampleStory()
  // On a first visit the welcome says the same.
  if (!me) return null
  return (
    <div className={styles['empty']}>
      <h2 className={styles['title']}>No stories yet</h2>
      <p className={styles['hint']}>
        Choose “New story” to write on a blank page, or “Import copy” to paste wire copy whose headline,
        byline and dateline are found for you.
      </p>
      <div className={styles['buttons']}>
        <Button onPress={trySample} isPending={isBusy}>
          Try a sample story
        </Button>
      </div>
    </div>
  )
}
