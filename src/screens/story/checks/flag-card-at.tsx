import { Suspense, type ReactElement } from 'react'
import { useOpenStory } from '../../../store/use-desk.ts'
import { lazyPart } from '../../lazy-part.tsx'
import { useCheckWays, useLookedAt } from './check-desk.tsx'

// Whoever has no fault to look at needs none.
const FlagCard = lazyPart(() => import('./flag-card.tsx'), 'FlagCard', 'floating')

/** The card of the flag that is looked at, at its words; nothing where it is gone. */
export function FlagCardAt({ id }: { readonly id: string }): ReactElement | null {
  const looked = useLookedAt()
  const ways = useCheckWays()
  const flag =
    useOpenStory(id, ({ checks }) =>
      looked === null || looked.card === 'none'
        ? undefined
        : checks.flags.find((one) => one.id === looked.id),
    ) ?? null
  if (flag === null || looked === null || ways === null) return null
  return (
    <Suspense fallback={null}>
      <FlagCard
        key={flag.id}
        id={id}
        flag={flag}
        isEntered={looked.card === 'entered'}
        onClose={() => ways.look(null)}
      />
    </Suspense>
  )
}
