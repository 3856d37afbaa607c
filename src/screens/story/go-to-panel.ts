import { useCallback } from 'react'
import { useShowTab } from './side-tab.tsx'

const FIELDS = '[contenteditable], input, textarea, select, button'

/** Puts the focus into the first field of a panel, which brings the panel into sight. The Story tab must be seen. */
export function goToPanel(name: string): void {
  const panel = document.querySelector<HTMLElement>(`[data-panel="${CSS.escape(name)}"]`)
  const fields = [...(panel?.querySelectorAll<HTMLElement>(FIELDS) ?? [])]
  const first = fields.find((field) => field.tagName !== 'BUTTON') ?? fields[0]
  first?.focus()
}

/** The same from anywhere on the page: shows the Story tab first. */
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
