import type { ReactElement } from 'react'
import { useOpenStory } from '../../store/use-desk.ts'
import { Panel } from './panel.tsx'
import { PhotoCard } from './photo-card.tsx'

const NONE: readonly never[] = []

/** The lead photo, and after it every picture that stands in the body. */
export function PhotoPanel({ id }: { readonly id: string }): ReactElement {
  const photos = useOpenStory(id, (story) => story.photos) ?? NONE
  const leadId = useOpenStory(id, (story) => story.fields.lead) ?? ''
  const lead = photos.find((photo) => photo.id === leadId) ?? null
  const others = photos.filter((photo) => photo !== lead)
  return (
    <>
      <Panel name="photo" label="Photo">
        <PhotoCard storyId={id} photo={lead} isLead />
      </Panel>
      {others.map((photo, index) => (
        <Panel key={photo.id} name={`photo-${photo.id}`} label={`Body picture ${index + 1}`}>
          <PhotoCard storyId={id} photo={photo} isLead={false} />
        </Panel>
      ))}
    </>
  )
}
