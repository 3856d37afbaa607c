import { useOpenStory } from '../../../store/use-desk.ts'
import { announce } from '../../../ui/announce.ts'
import { useCheckWays, useLookedAt } from './check-desk.tsx'
import { flagKeyOf } from './check-keys.ts'
import { flagPlace } from './flag-words.ts'
import { nextFlag } from './next-flag.ts'
import { standpointOf } from './standpoint.ts'
import { usePageKeys } from '../use-page-keys.ts'

const NONE: readonly never[] = []

/**
 * Draws nothing: F7 and Shift+F7 go round what the checks found, from where the caret is, wherever the focus is, and enter
 * its card.
 */
export function CheckWalk({ id }: { readonly id: string }): null {
  const flags = useOpenStory(id, (story) => story.checks.flags) ?? NONE
  const isComplete = useOpenStory(id, (story) => story.checks.isComplete) ?? false
  const looked = useLookedAt()
  const ways = useCheckWays()

  const press = (way: 'next' | 'previous'): void => {
    const at = nextFlag(flags, standpointOf(flags, looked?.id ?? null), way)
    const flag = flags[at]
    if (!flag)
      return announce(isComplete ? 'The checks found nothing' : 'The checks have found nothing so far')
    ways?.goTo(flag, 'entered')
    // The card says what it is about when it gets the focus.
    return announce(`${at + 1} of ${flags.length}, ${flagPlace(flag.range)}`)
  }

  usePageKeys(flagKeyOf, press)
  return null
}
