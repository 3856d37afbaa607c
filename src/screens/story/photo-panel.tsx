import type { ReactElement } from 'react'
import { useOpenStory } from '../../store/use-desk.ts'
import { FieldProposals } from './changes/field-proposals.tsx'
import { shownValue } from './changes/shown-value.ts'
import { useProposals, useWhoseShown } from './changes/use-shown-value.ts'
import { Panel } from './panel.tsx'
import { PhotoCard } from './photo-card.tsx'

const NONE: readonly never[] = []

/** The lead photo, and after it every picture that stands in the body. */
export function PhotoPanel({ id }: { readonly id: string }): ReactElement {
  const photos = useOpenStory(id, (story) => story.photos) ?? NONE
  const leadNow = useOpenStory(id, (story) => story.fields.lead) ?? ''
  const proposals = useProposals(id)
  const own = shownValue(proposals, 'lead', useWhoseShown(id), leadNow)
  // Where no photo leads, one that is suggested for that has the place.
  const hasLead = photos.some((photo) => photo.id === leadNow)
  const leadId = own !== leadNow || hasLead ? own : shownValue(proposals, 'lead', null, leadNow)
  const lead = photos.find((photo) => photo.id === leadId) ?? null
  const others = photos.filter((photo) => photo !== lead)
  return (
    <>
      <Panel name="photo" label="Photo">
        <PhotoCard storyId={id} photo={lead} isLead />
        <FieldProposals id={id} path="lead" label="Lead photo" standing={leadNow} />
      </Panel>
      {others.map((photo, index) => (
        <Panel key={photo.id} name={`photo-${photo.id}`} label={`Body picture ${index + 1}`}>
          <PhotoCard storyId={id} photo={photo} isLead={false} />
        </Panel>
      ))}
    </>
  )
}
