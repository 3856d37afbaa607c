import { useState, type ReactElement } from 'react'
import { useOpenStory } from '../../store/use-desk.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { BylinePanel } from './byline-panel.tsx'
import { DatelinePanel } from './dateline-panel.tsx'
import { LinePanel } from './line-panel.tsx'
import { MorePanel } from './more-panel.tsx'
import { PhotoPanel } from './photo-panel.tsx'
import { SectionPanel } from './section-panel.tsx'
import { SourceTab } from './source-tab.tsx'
import styles from './story-layout.module.css'

/** The side of the page: one tab at a time. */
export function StorySide({ id }: { readonly id: string }): ReactElement {
  const [tab, setTab] = useState('story')
  const hasSource = useOpenStory(id, (story) => story.record.hasSource) ?? false
  const tabs = [
    { id: 'story', label: 'Story', content: <StoryTab id={id} /> },
    ...(hasSource ? [{ id: 'source', label: 'Source', content: <SourceTab id={id} /> }] : []),
  ]
  return (
    <aside className={styles['side']} aria-label="About the story" data-region="side">
      <Tabs label="About the story" items={tabs} selected={tab} onChange={setTab} />
    </aside>
  )
}

/** Every field of the story, one panel after the other. */
function StoryTab({ id }: { readonly id: string }): ReactElement {
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
