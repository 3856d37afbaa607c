import { Suspense, type ReactElement } from 'react'
import { Route, Switch } from 'wouter'
import { AppFrame } from './app-frame.tsx'
import { Gate } from './gate.tsx'
import { NotFound } from './not-found.tsx'
import { lazyPart } from './lazy-part.tsx'

const DeskPage = lazyPart(() => import('./desk/desk-page.tsx'), 'DeskPage')
const StoryPage = lazyPart(() => import('./story/story-page.tsx'), 'StoryPage')
const HistoryPage = lazyPart(() => import('./history/history-page.tsx'), 'HistoryPage')
const DigestPage = lazyPart(() => import('./history/digest-page.tsx'), 'DigestPage')
const SettingsPage = lazyPart(() => import('./settings/settings-page.tsx'), 'SettingsPage')

/** The routes, behind the door. Each page is a bundle of its own. */
export function App(): ReactElement {
  return (
    <Gate>
      <AppFrame>
        <Suspense fallback={null}>
          <Switch>
            <Route path="/">
              <DeskPage />
            </Route>
            <Route path="/stories/:id">{({ id }) => <StoryPage key={id} id={id} />}</Route>
            <Route path="/stories/:id/history">{({ id }) => <HistoryPage key={id} id={id} />}</Route>
            <Route path="/stories/:id/digest">{({ id }) => <DigestPage key={id} id={id} />}</Route>
            <Route path="/settings">
              <SettingsPage />
            </Route>
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </AppFrame>
    </Gate>
  )
}
