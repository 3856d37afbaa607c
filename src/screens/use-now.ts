import { useSyncExternalStore } from 'react'

/** How often what depends on the clock is drawn again, in milliseconds. */
const STEP = 20_000

/** The time, as far as pages show it: changes every twenty seconds, and at once when the page is seen again. */
export function useNow(): number {
  return useSyncExternalStore(watchClock, () => Math.floor(Date.now() / STEP) * STEP + STEP)
}

function watchClock(listener: () => void): () => void {
  const timer = setInterval(listener, STEP / 2)
  document.addEventListener('visibilitychange', listener)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', listener)
  }
}

/** The zone that this machine keeps its clock in. */
export const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone
