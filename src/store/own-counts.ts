import type { Backend, ListQuery } from '../backends/backend.ts'
import type { OwnCounts } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'

/**
 * Keeps the counts of the person at work: how many drafts, stories for changes and claims are theirs. The first page
 * of the list goes before, since a backend may have to read the whole desk to know them. Returns the way to stop.
 */
export function followOwnCounts(store: DeskStore, backend: Backend): () => void {
  let counted: readonly [person: string, revision: number] | null = null
  let isBusy = false
  let stopped = false

  const total = async (
    which: Pick<ListQuery, 'statuses' | 'reporter' | 'claimant'>,
  ): Promise<number | null> => {
    const answer = await backend.list({ search: '', order: 'changed', offset: 0, limit: 0, ...which })
    return answer.ok ? answer.value.total : null
  }

  async function read(person: string): Promise<OwnCounts | null> {
    const drafts = await total({ statuses: ['draft'], reporter: person })
    const returned = await total({ statuses: ['changes requested'], reporter: person })
    const claimed = await total({ statuses: ['in review'], claimant: person })
    return drafts === null || returned === null || claimed === null ? null : { drafts, returned, claimed }
  }

  async function count(): Promise<void> {
    const { me, list } = store.getState()
    if (isBusy || stopped || !me || list.status !== 'ready') return
    if (counted?.[0] === me.id && counted[1] === list.revision) return
    counted = [me.id, list.revision]
    isBusy = true
    const own = await read(me.id)
    isBusy = false
    // Counts of whoever worked here before are nobody's now. Where they can't be read, those there are stay.
    if (!stopped && own && store.getState().me?.id === me.id)
      store.setState((state) => ({ list: { ...state.list, own } }))
    await count()
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.me?.id !== before.me?.id && state.list.own)
      store.setState(({ list }) => ({ list: { ...list, own: null } }))
    if (state.list !== before.list || state.me !== before.me) void count()
  })
  void count()
  return () => {
    stopped = true
    unsubscribe()
  }
}
