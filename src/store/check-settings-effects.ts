import type { StoreApi } from 'zustand/vanilla'
import type { Backend, Outcome } from '../backends/backend.ts'
import type { CheckSettings } from '../domain/checks/check-settings.ts'
import type { ChecksChange } from '../domain/checks/checks-change.ts'
import type { RunChecks } from '../domain/checks/run-checks.ts'
import { sameJson } from '../domain/json.ts'
import type { DeskState } from './desk-state.ts'
import type { Later } from './follow-counts.ts'

export type CheckSettingsEffects = {
  /** Changes what stories are checked for. */
  change(change: ChecksChange): Promise<Outcome<CheckSettings>>
  stop(): void
}

/**
 * Keeps what stories are checked for as the newsroom has it, and has them checked for that: read from the first pause on, and
 * again whenever it may be another, or somebody else works here. Settings that are the same stay the same object.
 */
export function createCheckSettings(
  store: StoreApi<DeskState>,
  backend: Pick<Backend, 'checks' | 'changeChecks' | 'watch'>,
  tools: { readonly later: Later; readonly checks?: RunChecks },
): CheckSettingsEffects {
  let question = 0
  let asking = 0
  let isStopped = false

  function put(settings: CheckSettings): void {
    const known = store.getState().checkSettings
    if (isStopped || (known.status === 'ready' && sameJson(known.value, settings))) return
    store.setState({ checkSettings: { status: 'ready', value: settings } })
    tools.checks?.set(settings)
  }

  async function refresh(): Promise<void> {
    const mine = (question += 1)
    asking += 1
    const answer = await backend.checks().finally(() => (asking -= 1))
    if (mine !== question) return
    if (answer.ok) return put(answer.value)
    // Who works here may not be known yet; and what was read once holds until it can be read again.
    if (answer.reason === 'not allowed' || store.getState().checkSettings.status === 'ready') return
    store.setState({ checkSettings: { status: 'failed', message: answer.message } })
  }

  const cancel = tools.later(() => void refresh())
  const unwatch = backend.watch(({ checks }) => {
    if (checks) void refresh()
  })
  const unfollow = store.subscribe(({ me }, before) => {
    if (me && me.id !== before.me?.id) void refresh()
  })
  return {
    async change(change) {
      const answer = await backend.changeChecks(change)
      if (!answer.ok) return answer
      // What is being read meanwhile may be from before this change, or from after another.
      const isBehind = asking > 0
      question += 1
      put(answer.value)
      if (isBehind) await refresh()
      return answer
    },
    stop() {
      isStopped = true
      question += 1
      cancel()
      unwatch()
      unfollow()
    },
  }
}
