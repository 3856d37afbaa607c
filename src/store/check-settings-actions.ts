import type { StoreApi } from 'zustand/vanilla'
import type { ChecksChange } from '../domain/checks/checks-change.ts'
import type { HouseRule } from '../domain/checks/house-rule.ts'
import type { DeskState, Task } from './desk-state.ts'

/** What somebody does with the newsroom's check settings. */
export type CheckSettingsActions = {
  /** Changes what stories are checked for; `done` is what the notice says, '' for none. */
  changeChecks(change: ChecksChange, done?: string): void
  /** Tries rules on all stories of the desk; `storiesTrial` in the state has what they say. */
  tryOnStories(rules: readonly HouseRule[]): void
  /** Ends that; what was found stays. */
  stopTrial(): void
  /** Forgets what a trial found, and ends it. */
  forgetTrial(): void
}

export function checkSettingsActions(
  store: StoreApi<DeskState>,
  add: (...tasks: readonly Task[]) => void,
): CheckSettingsActions {
  return {
    changeChecks: (change, done = '') => add({ type: 'change checks', change, done }),
    tryOnStories: (rules) => add({ type: 'try rules', rules }),
    stopTrial: () => add({ type: 'stop trial' }),
    forgetTrial() {
      add({ type: 'stop trial' })
      store.setState({ storiesTrial: null })
    },
  }
}
