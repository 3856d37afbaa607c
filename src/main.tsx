import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { v4 as randomId, v7 as storyId } from 'uuid'
import type { Backend } from './backends/backend.ts'
import { keepApp } from './offline/keep-app.ts'
import { App } from './screens/app.tsx'
import { runEffects } from './store/desk-effects.ts'
import type { Preferences } from './store/desk-state.ts'
import { createDeskStore } from './store/desk-store.ts'
import { lateChecks } from './store/late-checks.ts'
import { Pauses } from './store/pauses.ts'
import { DeskProvider } from './store/use-desk.ts'
import './ui/base.css'

// The composition root of the browser app: the one place that names a backend, a clock and a source of ids.

/** How often a page that stays open looks for a newer Stet, in milliseconds. */
const LOOK_EVERY = 30 * 60_000

const PREFERENCES_KEY = 'stet-preferences'

const ids = { story: () => storyId(), random: () => randomId() }
const backend = await openBackend()
const store = createDeskStore(ids, readPreferences())
const pauses = new Pauses()
for (const put of ['keydown', 'beforeinput'] as const) document.addEventListener(put, pauses.typed, true)
const keeper = keepApp(() => store.actions.foundNewer())
runEffects(store, backend, ids, {
  later: pauses.later,
  checks: lateChecks(async () => new (await import('./language/story-checker.ts')).StoryChecker()),
  tryRules: async (rules) => (await import('./language/try-rules.ts')).tryRules(rules),
  leave: () => location.assign('/sign-in'),
  renew: keeper.renew,
})

store.subscribe(({ preferences }, before) => {
  if (preferences === before.preferences) return
  applyTheme(preferences)
  try {
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify(preferences))
  } catch {
    // A browser that keeps nothing: the choice holds until the tab is closed.
  }
})
applyTheme(store.getState().preferences)

// A server that comes back may have been renewed.
store.subscribe(({ link }, before) => {
  if (link?.isUp === true && before.link?.isUp === false) keeper.look()
})
setInterval(keeper.look, LOOK_EVERY)

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') store.actions.flush()
})
window.addEventListener('pagehide', () => store.actions.flush())

const root = document.querySelector('#root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <DeskProvider store={store}>
      <App />
    </DeskProvider>
  </StrictMode>,
)

/** The newsroom's server says in the page that it is there; without it all is kept in this browser. */
async function openBackend(): Promise<Backend> {
  const now = (): Date => new Date()
  const said = document.querySelector<HTMLMetaElement>('meta[name="stet-backend"]')?.content
  if (said === 'server') {
    const { createHttpBackend } = await import('./backends/http.ts')
    return createHttpBackend({ address: location.origin, now })
  }
  const { createIndexedDbBackend } = await import('./backends/indexed-db.ts')
  return createIndexedDbBackend({ now })
}

function readPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFERENCES_KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return { theme: 'system' }
    const theme = 'theme' in kept ? kept.theme : 'system'
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      slash: 'slash' in kept && kept.slash === 'off' ? 'off' : 'on',
      comparison: 'comparison' in kept && kept.comparison === 'inline' ? 'inline' : 'side by side',
      folding: 'folding' in kept && kept.folding === 'off' ? 'off' : 'on',
    }
  } catch {
    return { theme: 'system' }
  }
}

function applyTheme({ theme }: Preferences): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
