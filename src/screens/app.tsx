import { lazy, Suspense, type ReactElement } from 'react'
import { Route, Switch } from 'wouter'
import { AppFrame } from './app-frame.tsx'
import { NotFound } from './not-found.tsx'

const DeskPage = lazy(async () => ({ default: (await import('./desk/desk-page.tsx')).DeskPage }))
const StoryPage = lazy(async () => ({ default: (await import('./story/story-page.tsx')).StoryPage }))
const HistoryPage = lazy(async () => ({ default: (await import('./history/history-page.tsx')).HistoryPage }))
const DigestPage = lazy(async () => ({ default: (await import('./history/digest-page.tsx')).DigestPage }))
const SettingsPage = lazy(async () => ({
  default: (await import('./settings/settings-page.tsx')).SettingsPage,
}))

/** The routes. Each page is a bundle of its own. */
export function App(): ReactElement {
  return (
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
  )
}
