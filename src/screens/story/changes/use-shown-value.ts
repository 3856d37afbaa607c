import type { Json } from '../../../domain/json.ts'
import type { Proposals } from '../../../store/suggesting.ts'
import { useDesk, useOpenStory } from '../../../store/use-desk.ts'
import { shownValue } from './shown-value.ts'

const NONE: Proposals = {}
/** Nobody has this id: what stands is shown. */
const NOBODY = ' '

/** Whose proposals the inputs show: while suggesting one's own, else what stands. */
export function useWhoseShown(id: string): string {
  const me = useDesk((state) => state.me?.id) ?? NOBODY
  const suggesting = useOpenStory(id, (story) => story.suggesting) ?? false
  return suggesting ? me : NOBODY
}

export function useProposals(id: string): Proposals {
  return useOpenStory(id, (story) => story.proposals) ?? NONE
}

/** What the input of a field shows. */
export function useShownValue<Value extends Json>(id: string, path: string, standing: Value): Value {
  return shownValue(useProposals(id), path, useWhoseShown(id), standing)
}
