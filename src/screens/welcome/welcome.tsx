import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useDesk } from '../../store/use-desk.ts'
import { useSampleStory } from './use-sample-story.ts'

const WelcomeDialog = lazy(async () => ({ default: (await import('./welcome-dialog.tsx')).WelcomeDialog }))

/** The first visit: asks who is here; the sample story is made as soon as that person is known. */
export function Welcome() {
  const me = useDesk((state) => state.me)
  const [wantsSample, setWantsSample] = useState(false)
  const isMade = useRef(false)
  const { trySample } = useSampleStory()
  useEffect(() => {
    if (!me || !wantsSample || isMade.current) return
    isMade.current = true
    trySample()
  }, [me, wantsSample, trySample])
  if (me !== null) return null
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
