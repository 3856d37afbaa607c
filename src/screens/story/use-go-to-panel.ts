import { useCallback } from 'react'
import { goToPanel } from './go-to-panel.ts'
import { useShowTab } from './side-tab.tsx'

/** Puts the focus into the first field of a panel, from anywhere on the page: shows the Story tab first. */
export function useGoToPanel(): (name: string) => void {
  const show = useShowTab()
  return useCallback(
    (name) => {
      show('story')
      goToPanel(name)
    },
    [show],
  )
}
