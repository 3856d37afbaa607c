import type { ReactElement } from 'react'
import { Link } from 'wouter'
import type { StoryState } from '../../store/desk-state.ts'
import { Button } from '../../ui/button.tsx'
import { LateEdits } from '../history/late-edits.tsx'
import { useRawData } from './use-raw-data.ts'
import styles from './story-layout.module.css'

type Refusal = Extract<StoryState, { phase: 'refused' }>['refusal']

const TITLES: Readonly<Partial<Record<Refusal['reason'], string>>> = {
  'not found': 'There is no such story',
  'not allowed': 'This story is not open to you',
  damaged: 'This story is damaged',
  storage: 'The story can’t be read',
}

/** A story that doesn't open: what happened, what is safe, what to do. */
export function RefusedStory({
  id,
  refusal,
}: {
  readonly id: string
  readonly refusal: Refusal
}): ReactElement {
  const raw = useRawData(id)
  return (
    <main className={styles['message']}>
      <h1>{TITLES[refusal.reason] ?? 'The story doesn’t open'}</h1>
      <p role="alert">{refusal.message}</p>
      {refusal.reason === 'not found' ? <LateEdits id={id} /> : null}
      {raw.problem === '' ? null : <p role="alert">{raw.problem}</p>}
      <div className={styles['buttons']}>
        {refusal.reason === 'not found' ? null : (
          <Button kind="primary" isPending={raw.isLoading} onPress={raw.download}>
            Download raw data
          </Button>
        )}
        <Link href="/">Back to the desk</Link>
      </div>
    </main>
  )
}
