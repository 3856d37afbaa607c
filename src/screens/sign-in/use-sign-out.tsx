import { Suspense, useState, type ReactElement } from 'react'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { lazyPart } from '../lazy-part.tsx'

const SignOutDialog = lazyPart(() => import('./sign-out-dialog.tsx'), 'SignOutDialog', 'floating')

/** Signs out; where something waits in this browser to be sent it asks first. `question` has to be drawn. */
export function useSignOut(): { readonly signOut: () => void; readonly question: ReactElement | null } {
  const actions = useActions()
  const hasUnsent = useDesk((state) => (state.link?.unsent ?? 0) > 0)
  const [isAsking, setAsking] = useState(false)
  return {
    signOut() {
      if (hasUnsent) setAsking(true)
      else actions.signOut()
    },
    question: isAsking ? (
      <Suspense fallback={null}>
        <SignOutDialog
          onClose={() => {
            setAsking(false)
          }}
        />
      </Suspense>
    ) : null,
  }
}
