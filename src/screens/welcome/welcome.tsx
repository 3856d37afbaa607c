import { Suspense, useEffect, useRef, useState } from 'react'
import { useDesk } from '../../store/use-desk.ts'
import { useSampleStory } from './use-sample-story.ts'
import { lazyPart } from '../lazy-part.tsx'

const WelcomeDialog = lazyPart(() => import('./welcome-dialog.tsx'), 'WelcomeDialog', 'floating')

/** The first visit, where there are no accounts: asks who is here; the sample story is made as soon as that person is known. */
export function Welcome() {
  const me = useDesk((state) => state.me)
  const hasAccounts = useDesk((state) => state.accounts !== null)
  const [wantsSample, setWantsSample] = useState(false)
  const isMade = useRef(false)
  const { trySample } = useSampleStory()
  useEffect(() => {
    if (!me || !wantsSample || isMade.current) return
    isMade.current = true
    trySample()
  }, [me, wantsSample, trySample])
  if (me !== null || hasAccounts) return null
  return (
    <Suspense fallback={null}>
      <WelcomeDialog
        onSample={() => {
          setWantsSample(true)
        }}
      />
    </Suspense>
  )
}
