import type { StoreApi } from 'zustand/vanilla'
import type { CheckReport } from '../domain/checks/check-report.ts'
import type { RunChecks } from '../domain/checks/run-checks.ts'
import type { DeskState } from './desk-state.ts'
import type { Later } from './follow-counts.ts'
import { keepSame } from './keep-same.ts'
import type { StorySession } from './story-session.ts'

/**
 * Has an open story checked, from the first pause on, and keeps what the checks report in the store. Flags that are the
 * same stay the same objects, so that nothing is drawn again for them.
 */
export function followChecks(
  store: StoreApi<DeskState>,
  session: StorySession,
  checks: RunChecks,
  later: Later,
): () => void {
  let stop: (() => void) | null = null
  const put = (report: CheckReport): void =>
    store.setState(({ stories }) => {
      const story = stories[session.id]
      if (story?.phase !== 'open' || story.session !== session) return {}
      const flags = keepSame(story.checks.flags, report.flags)
      return { stories: { ...stories, [session.id]: { ...story, checks: { ...report, flags } } } }
    })
  const cancel = later(() => {
    stop = checks.watch(session.id, session.doc, put)
  })
  return () => {
    cancel()
    stop?.()
  }
}
