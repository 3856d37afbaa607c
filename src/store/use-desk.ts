import { createContext, createElement, useContext, type ReactElement, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { DeskState, OpenStory } from './desk-state.ts'
import type { DeskActions, DeskStore } from './desk-store.ts'

// The only file in which React touches the store.

const DeskContext = createContext<DeskStore | null>(null)

export function DeskProvider({ store, children }: { store: DeskStore; children: ReactNode }): ReactElement {
  return createElement(DeskContext.Provider, { value: store }, children)
}

function useDeskStore(): DeskStore {
  const store = useContext(DeskContext)
  if (!store) throw new Error('A screen stands outside of DeskProvider')
  return store
}

/** A part of the state; the component renders again when that part changes. */
export function useDesk<Part>(select: (state: DeskState) => Part): Part {
  return useStore(useDeskStore(), select)
}

export function useActions(): DeskActions {
  return useDeskStore().actions
}

/** A part of an open story; undefined while it is not open. */
export function useOpenStory<Part>(id: string, select: (story: OpenStory) => Part): Part | undefined {
  return useDesk(({ stories }) => {
    const story = stories[id]
    return story?.phase === 'open' ? select(story) : undefined
  })
}
