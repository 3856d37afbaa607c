import type { ReactElement } from 'react'
import { personColour } from '../../domain/person.ts'
import { useDesk, useOpenStory } from '../../store/use-desk.ts'
import { Faces } from '../../ui/face.tsx'

const NOBODY: readonly never[] = []

/** Whoever has a hand in the story: its reporters, and whoever claimed it. */
export function FacesOfStory({ id }: { readonly id: string }): ReactElement | null {
  const reporters = useOpenStory(id, (story) => story.record.reporters) ?? NOBODY
  const claimant = useOpenStory(id, (story) => story.record.claimant)
  const people = useDesk((state) => state.people)
  const ids = [...new Set(claimant ? [...reporters, claimant] : reporters)]
  const known = ids.flatMap((personId) => people.find((person) => person.id === personId) ?? [])
  return known.length === 0 ? null : (
    <Faces
      people={known.map(({ id: personId, name }) => ({ id: personId, name, colour: personColour(personId) }))}
    />
  )
}
