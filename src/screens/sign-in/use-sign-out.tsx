import { Suspense, useState, type ReactElement } from 'react'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { lazyPart } from '../lazy-part.tsx'

const SignOutDialog = lazyPart(() => import('./sign-out-dialog.tsx'), 'SignOutDialog', 'floating')
const UnkeptDialog = lazyPart(() => import('./unkept-dialog.tsx'), 'UnkeptDialog', 'floating')

/**
 * Signs out; where something waits in this browser to be sent, or would be lost, it asks first. `question` has to be
 * drawn.
 */
export function useSignOut(): { readonly signOut: () => void; readonly question: ReactElement | null } {
  const actions = useActions()
  const hasUnsent = useDesk((state) => (state.link?.unsent ?? 0) > 0)
  const wouldLose = useDesk((state) => (state.accounts?.unkept ?? 0) > 0)
  const [step, setStep] = useState<'in' | 'asking' | 'leaving'>('in')
  const leave = (): void => {
    setStep('leaving')
    actions.signOut()
  }
  const question =
    step === 'asking' ? (
      <SignOutDialog
        onConfirm={leave}
        onClose={() => {
          setStep((now) => (now === 'asking' ? 'in' : now))
        }}
      />
    ) : step === 'leaving' && wouldLose ? (
      <UnkeptDialog
        onClose={() => {
          setStep('in')
          actions.staySignedIn()
        }}
      />
    ) : null
  return {
    signOut() {
      if (hasUnsent) setStep('asking')
      else leave()
    },
    question: question && <Suspense fallback={null}>{question}</Suspense>,
  }
}
