import type { ReactElement } from 'react'
import { personColour } from '../../domain/person.ts'
import { useDesk, useOpenStory } from '../../store/use-desk.ts'
import { Faces } from '../../ui/face.tsx'
import { othersIn } from '../here/here-people.ts'

const NOBODY: readonly never[] = []

/** Whoever has a hand in the story, its reporters and whoever claimed it; those who are here now are shown as such. */
export function FacesOfStory({ id }: { readonly id: string }): ReactElement | null {
  const reporters = useOpenStory(id, (story) => story.record.reporters) ?? NOBODY
  const claimant = useOpenStory(id, (story) => story.record.claimant)
  const people = useDesk((state) => state.people)
  const here = useDesk((state) => state.here)
  const me = useDesk((state) => state.me?.id) ?? ''
  const shown = new Set(othersIn(here, id, me).map((person) => person.id))
  const ids = [...new Set(claimant ? [...reporters, claimant] : reporters)].filter((one) => !shown.has(one))
  const known = ids.flatMap((personId) => people.find((person) => person.id === personId) ?? [])
  return known.length === 0 ? null : (
    <Faces
      people={known.map(({ id: personId, name }) => ({ id: personId, name, colour: personColour(personId) }))}
    />
  )
}
