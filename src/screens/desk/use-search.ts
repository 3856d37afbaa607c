import { useEffect, useState } from 'react'
import type { DeskQuery } from '../../store/desk-state.ts'
import { useActions, useDesk } from '../../store/use-desk.ts'

/** How long typing must rest before the desk is searched, in milliseconds: the list is not asked per key. */
const REST = 120

/** Shows a queue, and what is searched for in it: the text as typed, and the way to change it. */
export function useSearch({
  statuses,
  mine,
}: Pick<DeskQuery, 'statuses' | 'mine'>): readonly [string, (search: string) => void] {
  const actions = useActions()
  const query = useDesk((state) => state.list.query)
  const [typed, setTyped] = useState(query.search)
  useEffect(() => {
    if (query.statuses !== statuses || query.mine !== mine) actions.showQueue({ statuses, mine })
  }, [actions, query, statuses, mine])
  useEffect(() => {
    const search = typed.trim()
    if (search === query.search) return undefined
    const timer = setTimeout(
      () => {
        actions.showQueue({ search })
      },
      search === '' ? 0 : REST,
    )
    return () => {
      clearTimeout(timer)
    }
  }, [actions, query.search, typed])
  return [typed, setTyped]
}
