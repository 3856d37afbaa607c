import { useMemo } from 'react'
import { useDesk, useOpenStory } from '../../../store/use-desk.ts'
import type { Decider } from './why-not-decide.ts'

const NOTHING = { right: 'read', why: '' } as const
const SAVED = { kind: 'saved' } as const

/** The person at work as one who decides on a story's suggestions. */
export function useDecider(id: string): Decider {
  const me = useDesk((state) => state.me?.id) ?? ''
  const access = useOpenStory(id, (story) => story.access) ?? NOTHING
  // While words are being stored nothing else is decided about: only what can't be written counts.
  const save = useOpenStory(id, (story) => (story.save.kind === 'read-only' ? story.save : SAVED)) ?? SAVED
  return useMemo(() => ({ me, access, save }), [me, access, save])
}
