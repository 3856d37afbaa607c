import type { Backend } from '../backends/backend.ts'
import type { DeskStore } from './desk-store.ts'

/**
 * Keeps whether the server can be reached, and how much waits to be sent, as the backend says. Stories that could not be
 * read meanwhile are opened when it is there again. Returns the way to stop.
 */
export function followLink(
  store: DeskStore,
  { link }: Backend,
  { retry }: { readonly retry: (id: string) => Promise<void> },
): () => void {
  if (!link) return () => {}
  const follow = (): void => {
    const { isUp, unsent } = link
    const known = store.getState().link
    if (known?.isUp !== isUp || known.unsent !== unsent) store.setState({ link: { isUp, unsent } })
    if (isUp && known?.isUp === false) openRefused()
  }
  function openRefused(): void {
    for (const [id, story] of Object.entries(store.getState().stories)) {
      if (story.phase === 'refused' && story.refusal.reason === 'storage') void retry(id)
    }
  }
  follow()
  return link.subscribe(follow)
}
