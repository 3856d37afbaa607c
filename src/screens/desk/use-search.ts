import { useEffect, useState } from 'react'
import { useActions, useDesk } from '../../store/use-desk.ts'
import type { Queue } from './queues.ts'
import { isShown, queryOf } from './queues.ts'

/** How long typing must rest before the desk is searched, in milliseconds: the list is not asked per key. */
const REST = 120

/** Shows a queue, and what is searched for in it: the text as typed, and the way to change it. */
export function useSearch(queue: Queue): readonly [string, (search: string) => void] {
  const actions = useActions()
  const query = useDesk((state) => state.list.query)
  const [typed, setTyped] = useState(query.search)
  useEffect(() => {
    if (!isShown(queue, query)) actions.showQueue(queryOf(queue))
  }, [actions, query, queue])
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
