import { PanelRight } from 'lucide-react'
import { Suspense, type ReactElement } from 'react'
import { useDesk, useOpenStory } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { lazyPart } from '../lazy-part.tsx'
import { StatusChip } from '../status-chip.tsx'
import { ExportMenu } from './export-menu.tsx'
import { FacesOfStory } from './faces-of-story.tsx'
import { HistoryLink } from './history-link.tsx'
import { NextStory } from './next-story.tsx'
import { SaveStateLine } from './save-state.tsx'
import styles from './story-bar.module.css'
import { WorkflowButtons } from './workflow-buttons.tsx'

// Where nobody knows who else is here, nobody needs it.
const HereNow = lazyPart(() => import('../here/here-now.tsx'), 'HereNow', 'floating')

/** The bar over the story: what it is, where it stands, what is stored, and what can be done with the whole of it. */
export function StoryBar({ id }: { readonly id: string }): ReactElement {
  return (
    <header className={styles['bar']} data-region="bar" aria-label="Story">
      <Crumbs id={id} />
      <Standing id={id} />
      <SaveStateLine id={id} />
      <span className={styles['gap']} />
      <span className={styles['faces']}>
        <FacesOfStory id={id} />
      </span>
      <OthersHere id={id} />
      <span className={styles['ways']}>
        <span className={styles['toSide']}>
          <Button
            kind="quiet"
            icon={<PanelRight aria-hidden />}
            onPress={() => document.querySelector('[data-region=side]')?.scrollIntoView({ block: 'start' })}
          >
            Fields
          </Button>
        </span>
        <NextStory id={id} />
        <span className={styles['named']}>
          <HistoryLink id={id} />
          <ExportMenu id={id} />
        </span>
        <span className={styles['steps']}>
          <WorkflowButtons id={id} />
        </span>
      </span>
    </header>
  )
}

function Crumbs({ id }: { readonly id: string }): ReactElement {
  const section = useOpenStory(id, (story) => story.fields.section.trim()) ?? ''
  const slug = useOpenStory(id, (story) => story.fields.slug.trim()) ?? ''
  return (
    <p className={styles['crumbs']}>
      <span className={styles['section']}>{section === '' ? 'No section' : section}</span>
      <span aria-hidden> / </span>
      <b>{slug === '' ? 'no slug' : slug}</b>
    </p>
  )
}

function Standing({ id }: { readonly id: string }): ReactElement | null {
  const status = useOpenStory(id, (story) => story.record.status)
  const claimantId = useOpenStory(id, (story) => story.record.claimant)
  const claimant = useDesk(({ people }) => people.find((person) => person.id === claimantId)?.name) ?? ''
  return status ? <StatusChip status={status} claimant={claimant} /> : null
}

function OthersHere({ id }: { readonly id: string }): ReactElement | null {
  const isKnown = useOpenStory(id, (story) => story.carets !== null) ?? false
  return isKnown ? (
    <Suspense fallback={null}>
      <HereNow id={id} />
    </Suspense>
  ) : null
}
