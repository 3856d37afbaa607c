/** What of a backend follows the page that it is in. */
export type Followed = {
  /** Keeps at once what is not sent. */
  keep(): Promise<void>
  /** Tries to reach the server now. */
  hurry(): void
}

/** Keeps what is not sent when the page is hidden or left, and looks for the server when there may be one again. */
export function followPage(backend: Followed): () => void {
  const seen = (): void => {
    if (document.visibilityState === 'hidden') void backend.keep()
    else backend.hurry()
  }
  const left = (): void => void backend.keep()
  const online = (): void => backend.hurry()
  document.addEventListener('visibilitychange', seen)
  window.addEventListener('pagehide', left)
  window.addEventListener('pageshow', seen)
  window.addEventListener('online', online)
  return () => {
    document.removeEventListener('visibilitychange', seen)
    window.removeEventListener('pagehide', left)
    window.removeEventListener('pageshow', seen)
    window.removeEventListener('online', online)
  }
}
