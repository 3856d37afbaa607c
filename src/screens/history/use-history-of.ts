import { useEffect } from 'react'
import { useActions } from '../../store/use-desk.ts'

/** Opens a story and asks for its past, for as long as a page shows them. */
export function useHistoryOf(id: string): void {
  const actions = useActions()
  useEffect(() => {
    actions.openStory(id)
    actions.needHistory(id)
    return () => actions.closeStory(id)
  }, [actions, id])
}
