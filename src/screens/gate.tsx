import { Suspense, type ReactElement, type ReactNode } from 'react'
import { Redirect, useLocation } from 'wouter'
import { useDesk } from '../store/use-desk.ts'
import { LiveRegion } from '../ui/live-region.tsx'
import { lazyPart } from './lazy-part.tsx'

const SignInPage = lazyPart(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage')
const SignInCover = lazyPart(() => import('./sign-in/sign-in-cover.tsx'), 'SignInCover', 'floating')
const SetUpPage = lazyPart(() => import('./set-up/set-up-page.tsx'), 'SetUpPage')
const InvitationPage = lazyPart(() => import('./invitation/invitation-page.tsx'), 'InvitationPage')
const ResetPage = lazyPart(() => import('./reset/reset-page.tsx'), 'ResetPage')
const NoServer = lazyPart(() => import('./sign-in/no-server.tsx'), 'NoServer')

/** Addresses of pages that are of no use to whoever is in. */
const DOORS: ReadonlySet<string> = new Set(['/sign-in', '/set-up'])

/**
 * Lets through to the desk whoever is signed in, and shows everybody else the page that leads there. A session that ends
 * meanwhile leaves all that is open as it is, beneath the sign-in page.
 */
export function Gate({ children }: { readonly children: ReactNode }): ReactNode {
  const gate = useDesk((state) => state.accounts?.gate ?? null)
  const problem = useDesk((state) => state.accounts?.problem ?? '')
  const wasIn = useDesk((state) => Boolean(state.me))
  const [path] = useLocation()
  if (gate === null) return children
  if (path === '/invitation') return alone(<InvitationPage />)
  if (path === '/reset') return alone(<ResetPage />)
  if (gate === 'unknown') return problem === '' ? null : alone(<NoServer />)
  if (gate === 'not set up') return alone(<SetUpPage />)
  const isOut = gate === 'signed out'
  if (isOut && !wasIn) return alone(<SignInPage />)
  // One shape for both, so that nothing of the app is taken down when a session ends.
  return (
    <>
      {children}
      {isOut ? (
        <Suspense fallback={null}>
          <SignInCover />
        </Suspense>
      ) : DOORS.has(path) ? (
        <Redirect to="/" replace />
      ) : null}
    </>
  )
}

/** A page without the app around it. */
const alone = (page: ReactElement): ReactElement => (
  <>
    <Suspense fallback={null}>{page}</Suspense>
    <LiveRegion />
  </>
)
