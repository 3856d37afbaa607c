import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { flushSync } from 'react-dom'

export type SideTabId = 'story' | 'changes' | 'comments' | 'checks' | 'sign-off' | 'source'

/** What a tab is to show first: a suggestion in Changes, a thread in Comments. Each time it is asked for it is another object. */
export type Wanted = { readonly kind: 'suggestion' | 'thread'; readonly id: string }

type SideTab = { readonly tab: SideTabId; readonly wanted: Wanted | null }
type ShowTab = (tab: SideTabId, wanted?: Wanted) => void

const Shown = createContext<SideTab>({ tab: 'story', wanted: null })
const Show = createContext<ShowTab>(() => undefined)

/** Which tab of the side is seen; one place for it, because texts, dialogs and lists all lead to a tab. */
export function SideTabs({ children }: { readonly children: ReactNode }): ReactElement {
  const [shown, setShown] = useState<SideTab>({ tab: 'story', wanted: null })
  const show = useCallback<ShowTab>((tab, wanted) => {
    // At once, so that whoever asked can go on to what the tab holds.
    flushSync(() => setShown({ tab, wanted: wanted ?? null }))
  }, [])
  return (
    <Show value={show}>
      <Shown value={shown}>{children}</Shown>
    </Show>
  )
}

/** The tab that is seen, and what in it was asked for. */
export const useSideTab = (): SideTab => useContext(Shown)

/** Shows a tab. Never changes, so that what only leads to tabs isn't drawn again with them. */
export const useShowTab = (): ShowTab => useContext(Show)

/** The way to whatever a tab shows first: what was asked for there, or null. */
export function useWanted(kind: Wanted['kind']): Wanted | null {
  const { wanted } = useSideTab()
  return useMemo(() => (wanted?.kind === kind ? wanted : null), [kind, wanted])
}
