import type { StoreApi } from 'zustand/vanilla'
import type { DeskState, Task } from './desk-state.ts'
import { BLANK_HISTORY, type Compared, type StoryHistory } from './story-history.ts'

/** What can be asked of a story's past; `histories` in the state has the answers. */
export type HistoryActions = {
  /**
   * Asks for versions, verdicts and events of a story, anew each time; what is known stays until the answer is there.
   * What was compared the last time is forgotten.
   */
  needHistory(id: string): void
  /** Asks for what a version says; once, but for one that could not be read. */
  needVersion(id: string, number: number): void
  /** Chooses which two states of a story are compared. */
  compareVersions(id: string, compared: Compared): void
  /**
   * Makes the story say again what a version says, as an edit of the living document or, where only that is allowed,
   * as suggestions. What stands there now is kept as a version before, and so is what was restored.
   */
  restoreVersion(id: string, number: number): void
  /** Asks for the words that came too late, anew each time. */
  needLateEdits(id: string): void
  /** Brings words that came too late back into the story, as suggestions. */
  bringBackLateEdit(id: string, key: string): void
  /** Throws words that came too late away for good: ask before. */
  discardLateEdit(id: string, key: string): void
}

export function historyActions(
  store: StoreApi<DeskState>,
  add: (...tasks: readonly Task[]) => void,
): HistoryActions {
  const historyOf = (id: string): StoryHistory => store.getState().histories[id] ?? BLANK_HISTORY
  const change = (id: string, part: Partial<StoryHistory>): void => {
    store.setState(({ histories }) => ({
      histories: { ...histories, [id]: { ...BLANK_HISTORY, ...histories[id], ...part } },
    }))
  }
  /** Marks work as under way; false where other work on this story's past is. */
  const begin = (id: string, busy: number | string): boolean => {
    if (historyOf(id).busy !== undefined) return false
    change(id, { busy })
    return true
  }

  return {
    needHistory(id) {
      const { compared: _, ...known } = historyOf(id)
      const loading = { status: 'loading' } as const
      const history = known.heads ? known : { ...known, heads: loading, verdicts: loading, events: loading }
      store.setState(({ histories }) => ({ histories: { ...histories, [id]: history } }))
      add({ type: 'load history', id })
    },
    needVersion(id, number) {
      const { versions } = historyOf(id)
      const status = versions[number]?.status
      if (status === 'loading' || status === 'ready') return
      change(id, { versions: { ...versions, [number]: { status: 'loading' } } })
      add({ type: 'load version', id, number })
    },
    compareVersions: (id, compared) => change(id, { compared }),
    restoreVersion(id, number) {
      if (begin(id, number)) add({ type: 'restore version', id, number })
    },
    needLateEdits(id) {
      if (historyOf(id).lateEdits === undefined) change(id, { lateEdits: { status: 'loading' } })
      add({ type: 'load late edits', id })
    },
    bringBackLateEdit(id, key) {
      if (begin(id, key)) add({ type: 'bring back late edit', id, key })
    },
    discardLateEdit(id, key) {
      if (begin(id, key)) add({ type: 'discard late edit', id, key })
    },
  }
}
