import { useEffect } from 'react'
import { useActions } from '../../store/use-desk.ts'

/** Tells the store which rows are in sight: [from, to). */
export function useWantedRows(from: number, to: number): void {
  const actions = useActions()
  useEffect(() => {
    actions.wantRows(from, to)
  }, [actions, from, to])
}
