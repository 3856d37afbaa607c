import { Suspense, useRef, useState, type ReactElement } from 'react'
import { useOpenStory } from '../../store/use-desk.ts'
import { LateEdits } from '../history/late-edits.tsx'
import styles from './story-layout.module.css'
import { NotSavedBanner } from './not-saved-banner.tsx'
import { SideTabs } from './side-tab.tsx'
import { StoryBar } from './story-bar.tsx'
import { useBlankFocus } from './use-blank-focus.ts'
import { useRegionKeys } from './use-region-keys.ts'
import { useStoryUndo } from './use-story-undo.ts'
import { WritingColumns } from './writing-columns.tsx'
import type { OpenStory } from '../../store/desk-state.ts'
import { lazyPart } from '../lazy-part.tsx'

const ShortcutsDialog = lazyPart(() => import('./shortcuts-dialog.tsx'), 'ShortcutsDialog', 'floating')

/**
 * The page of an open story. It draws its frame and never again while somebody types: each part watches only what
 * it shows.
 */
export function OpenStoryPage({ id }: { readonly id: string }): ReactElement | null {
  const session = useOpenStory(id, (story) => story.session)
  return session ? (
    <SideTabs key={id}>
      <StoryFrame session={session} />
    </SideTabs>
  ) : null
}

function StoryFrame({ session }: { readonly session: OpenStory['session'] }): ReactElement {
  const { id } = session
  const root = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<'shortcuts' | null>(null)
  useStoryUndo(root, session)
  useRegionKeys(root)
  useBlankFocus(root, id)
  return (
    <div ref={root} className={styles['story']}>
      <StoryBar id={id} />
      <NotSavedBanner id={id} />
      <LateEdits id={id} />
      <div className={styles['columns']}>
        <WritingColumns session={session} onShortcuts={() => setShown('shortcuts')} />
      </div>
      {shown === 'shortcuts' ? (
        <Suspense fallback={null}>
          <ShortcutsDialog onClose={() => setShown(null)} />
        </Suspense>
      ) : null}
    </div>
  )
}
