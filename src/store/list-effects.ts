import type { Backend, ListPage, ListQuery } from '../backends/backend.ts'
import { PAGE_SIZE, type DeskState, type ListState } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'

/**
 * How many there are to the end, after one more page was answered: pages further down are counted further, and what was counted
 * once stays on screen.
 */
function counted(list: ListState, { total, isMore }: ListPage): Pick<ListState, 'total' | 'isMore'> {
  const isKnown = isMore && list.status === 'ready' && list.total > total
  return isKnown ? { total: list.total, isMore: list.isMore } : { total, isMore }
}

/** Keeps the pages of the list that are on screen loaded and fresh. Returns the way to stop. */
export function followList(store: DeskStore, backend: Backend): () => void {
  /** Revision in which each page was asked for; a page of an older revision is asked for again. */
  let asked = new Map<number, number>()
  let query = store.getState().list.query
  let stopped = false

  function queryOf({ list, me }: DeskState, page: number): ListQuery {
    return {
      search: list.query.search,
      statuses: list.query.statuses,
      order: list.query.order,
      offset: page * PAGE_SIZE,
      limit: PAGE_SIZE,
      ...(list.query.whose === 'mine' && me ? { reporter: me.id } : {}),
      ...(list.query.whose === 'claimed' && me ? { claimant: me.id } : {}),
    }
  }

  async function load(page: number, revision: number): Promise<void> {
    const before = store.getState()
    const answer = await backend.list(queryOf(before, page))
    const now = store.getState()
    // An answer to an older question is dropped: the newer one has been asked.
    if (stopped || now.list.query !== before.list.query || asked.get(page) !== revision) return
    store.setState({
      list: answer.ok
        ? {
            ...now.list,
            status: 'ready',
            message: '',
            ...counted(now.list, answer.value),
            counts: answer.value.counts,
            pages: { ...now.list.pages, [page]: answer.value.records },
          }
        : { ...now.list, status: 'failed', message: answer.message },
    })
  }

  function follow(state: DeskState): void {
    const { list, me } = state
    if (me === undefined) return
    if (list.query !== query) {
      query = list.query
      asked = new Map()
    }
    const last = Math.max(list.wanted[0], list.wanted[1] - 1)
    for (let page = Math.floor(list.wanted[0] / PAGE_SIZE); page <= Math.floor(last / PAGE_SIZE); page++) {
      if (asked.get(page) === list.revision) continue
      asked.set(page, list.revision)
      void load(page, list.revision)
    }
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.list !== before.list || state.me !== before.me) follow(state)
  })
  const unwatch = backend.watch(() => {
    store.setState(({ list }) => ({ list: { ...list, revision: list.revision + 1 } }))
  })
  follow(store.getState())
  return () => {
    stopped = true
    unsubscribe()
    unwatch()
  }
}
