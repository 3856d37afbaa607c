import { Suspense, useEffect, type ReactElement } from 'react'
import { useActions, useDesk, useOpenStory } from '../../store/use-desk.ts'
import { Banner } from '../../ui/banner.tsx'
import { lazyPart } from '../lazy-part.tsx'

const LateEditBanner = lazyPart(() => import('./late-edit-banner.tsx'), 'LateEditBanner')

/** Words of the person at work that came after the story was closed: shown until they are brought back or discarded. */
export function LateEdits({ id }: { readonly id: string }): ReactElement | null {
  const actions = useActions()
  const edits = useDesk(({ histories }) => histories[id]?.lateEdits)
  const status = useOpenStory(id, (story) => story.record.status)
  const isClosed = useOpenStory(id, ({ save }) => save.kind === 'read-only')
  // Words come too late at the moment in which the story closes: asked for anew whenever that may have happened.
  const moment = `${status} ${isClosed}`
  useEffect(() => {
    if (moment !== '') actions.needLateEdits(id)
  }, [actions, id, moment])
  if (edits?.status === 'failed') return <Banner tone="error">{edits.message}</Banner>
  if (edits?.status !== 'ready' || edits.value.length === 0) return null
  return (
    <Suspense fallback={null}>
      {edits.value.map((edit) => (
        <LateEditBanner key={edit.key} id={id} edit={edit} />
      ))}
    </Suspense>
  )
}
