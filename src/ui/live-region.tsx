import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { announcedNow, watchAnnouncements } from './announce.ts'
import hiding from './visually-hidden.module.css'

/**
 * Where announcements are put for screen readers: once per page, beside the app's root. `data-live-announcer` keeps it readable while a
 * dialog hides the rest of the page from them.
 */
export function LiveRegion() {
  const said = useSyncExternalStore(watchAnnouncements, announcedNow)
  return createPortal(
    <div data-live-announcer="true" aria-live="polite" className={hiding['hidden']}>
      {said}
    </div>,
    document.body,
  )
}
