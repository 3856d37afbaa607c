import { Suspense, type ReactElement, type ReactNode } from 'react'
import { isCounted } from '../../domain/checks/sign-off-flags.ts'
import { useOpenStory } from '../../store/use-desk.ts'
import type { TabItem } from '../../ui/tabs.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { BylinePanel } from './byline-panel.tsx'
import { DatelinePanel } from './dateline-panel.tsx'
import { LinePanel } from './line-panel.tsx'
import { MorePanel } from './more-panel.tsx'
import { PhotoPanel } from './photo-panel.tsx'
import { SectionPanel } from './section-panel.tsx'
import type { SideTabId } from './side-tab.tsx'
import { useShowTab, useSideTab } from './side-tab.tsx'
import { SourceTab } from './source-tab.tsx'
import styles from './story-layout.module.css'
import { lazyPart } from '../lazy-part.tsx'

// Whoever only writes needs none of these.
const ChangesTab = lazyPart(() => import('./changes-tab.tsx'), 'ChangesTab')
const FieldsView = lazyPart(() => import('./changes/fields-view.tsx'), 'FieldsView')
const CommentsTab = lazyPart(() => import('./comments-tab.tsx'), 'CommentsTab')
const ChecksTab = lazyPart(() => import('./checks-tab.tsx'), 'ChecksTab')
const SignOffTab = lazyPart(() => import('./sign-off-tab.tsx'), 'SignOffTab')

/** The side of the page: one tab at a time. */
export function StorySide({ id }: { readonly id: string }): ReactElement {
  const { tab } = useSideTab()
  const show = useShowTab()
  const hasSource = useOpenStory(id, (story) => story.record.hasSource) ?? false
  const suggestions = useOpenStory(id, (story) => story.signOff.suggestions) ?? 0
  const comments = useOpenStory(id, (story) => story.signOff.comments) ?? 0
  const faults = useOpenStory(id, ({ checks }) => checks.flags.filter(isCounted).length) ?? 0
  const stops =
    useOpenStory(id, ({ signOff }) => signOff.items.filter(({ level }) => level === 'stop').length) ?? 0
  const tabs: readonly (TabItem & { readonly id: SideTabId })[] = [
    { id: 'story', label: 'Story', content: <StoryTab id={id} /> },
    {
      id: 'changes',
      label: 'Changes',
      count: suggestions,
      content: (
        <Later>
          <ChangesTab id={id} />
        </Later>
      ),
    },
    {
      id: 'comments',
      label: 'Comments',
      count: comments,
      content: (
        <Later>
          <CommentsTab id={id} />
        </Later>
      ),
    },
    {
      id: 'checks',
      label: 'Checks',
      count: faults,
      content: (
        <Later>
          <ChecksTab id={id} />
        </Later>
      ),
    },
    {
      id: 'sign-off',
      label: 'Sign-off',
      count: stops,
      content: (
        <Later>
          <SignOffTab id={id} />
        </Later>
      ),
    },
    ...(hasSource ? [{ id: 'source' as const, label: 'Source', content: <SourceTab id={id} /> }] : []),
  ]
  return (
    <aside className={styles['side']} aria-label="About the story" data-region="side">
      <Tabs
        label="About the story"
        items={tabs}
        selected={tab}
        onChange={(chosen) => show(tabs.find((item) => item.id === chosen)?.id ?? 'story')}
      />
    </aside>
  )
}

function Later({ children }: { readonly children: ReactNode }): ReactElement {
  return <Suspense fallback={<p className={styles['later']}>One moment…</p>}>{children}</Suspense>
}

/** Every field of the story, one panel after the other; to read only, where the story is shown without its changes. */
function StoryTab({ id }: { readonly id: string }): ReactElement {
  const session = useOpenStory(id, (story) => story.session)
  const view = useOpenStory(id, (story) => story.view) ?? 'changes'
  return (
    <>
      {view === 'changes' || !session ? null : (
        <Later>
          <FieldsView session={session} view={view} />
        </Later>
      )}
      <div hidden={view !== 'changes'}>
        <Panels id={id} />
      </div>
    </>
  )
}

function Panels({ id }: { readonly id: string }): ReactElement {
  return (
    <div className={styles['tab']}>
      <LinePanel id={id} name="headline" />
      <LinePanel id={id} name="dek" />
      <BylinePanel id={id} />
      <DatelinePanel id={id} />
      <PhotoPanel id={id} />
      <SectionPanel id={id} />
      <MorePanel id={id} />
    </div>
  )
}
