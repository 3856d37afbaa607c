import type { Backend } from '../backends/backend.ts'
import type { DeskStore } from './desk-store.ts'

/** Keeps whether the server can be reached, and how much waits to be sent, as the backend says. Returns the way to stop. */
export function followLink(store: DeskStore, { link }: Backend): () => void {
  if (!link) return () => {}
  const follow = (): void => {
    const { isUp, unsent } = link
    const known = store.getState().link
    if (known?.isUp !== isUp || known.unsent !== unsent) store.setState({ link: { isUp, unsent } })
  }
  follow()
  return link.subscribe(follow)
}
