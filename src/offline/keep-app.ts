import { forgetApp } from './kept-app.ts'

/** The app's own copy in this browser. */
export type AppKeeper = {
  /** Looks whether there is a newer one. */
  readonly look: () => void
  /** Loads the page anew, with the newest one. */
  readonly renew: () => void
}

const SCRIPT = '/service-worker.js'

/**
 * Keeps the app in this browser, so that it opens without a network, and says when a newer one waits. Nothing is loaded
 * anew by itself. Where the page says `<meta name="stet-offline" content="off">`, all that was kept is let go instead.
 */
export function keepApp(foundNewer: () => void): AppKeeper {
  // Insecure addresses have no service workers, whatever the types say.
  const workers = (navigator as Partial<Navigator>).serviceWorker
  const reload = (): void => location.reload()
  if (!workers) return { look() {}, renew: reload }
  if (isOff()) {
    void letGo(workers)
    return { look() {}, renew: reload }
  }
  let isRenewing = false
  let hadWorker = workers.controller !== null
  workers.addEventListener('controllerchange', () => {
    if (isRenewing) return reload()
    // Another tab has gone over to the newer one. The first worker of all changes nothing.
    if (hadWorker) foundNewer()
    hadWorker = true
  })
  const registered = workers.register(SCRIPT).then(
    // What blocks service workers (an extension, say) may answer with nothing, whatever the types say.
    (registration: ServiceWorkerRegistration | undefined) => {
      if (registration) follow(workers, registration, foundNewer)
      return registration ?? null
    },
    // A browser that allows none: the app works, but for opening without a network.
    () => null,
  )
  return {
    look() {
      void registered.then((registration) => registration?.update()).catch(() => {})
    },
    renew() {
      void registered.then((registration) => {
        if (!registration?.waiting) return reload()
        isRenewing = true
        registration.waiting.postMessage('take over')
      })
    },
  }
}

function follow(
  workers: ServiceWorkerContainer,
  registration: ServiceWorkerRegistration,
  foundNewer: () => void,
): void {
  if (registration.waiting && workers.controller) foundNewer()
  registration.addEventListener('updatefound', () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && workers.controller) foundNewer()
    })
  })
}

const isOff = (): boolean =>
  document.querySelector<HTMLMetaElement>('meta[name="stet-offline"]')?.content === 'off'

async function letGo(workers: ServiceWorkerContainer): Promise<void> {
  const registrations = await workers.getRegistrations()
  await Promise.all(registrations.map((registration) => registration.unregister()))
  await forgetApp()
}
