import type { StoreApi } from 'zustand/vanilla'
import { allows } from '../domain/access.ts'
import type { ReportedFlag } from '../domain/checks/check-report.ts'
import type { Ignored } from '../domain/checks/ignored.ts'
import { heed, ignore } from '../domain/checks/ignored.ts'
import type { DeskState } from './desk-state.ts'
import type { Ids } from './desk-store.ts'
import type { FieldPath } from '../domain/suggestions/suggestion.ts'
import type { StoryActions } from './story-actions.ts'
import type { StorySession } from './story-session.ts'
import type { FieldChange } from './write-field-at.ts'
import { writeFieldAt } from './write-field-at.ts'

/** What somebody says about flags of an open story. It stands in the story, outside of undo. */
export type CheckActions = {
  /** These may stand, here or wherever the same is found in the story. Does nothing where one may not comment. */
  ignoreFlags(id: string, flags: readonly ReportedFlag[], scope: Ignored['scope']): void
  /** What was said may stand is flagged again. */
  heedIgnored(id: string, ignored: readonly string[]): void
  /** Puts words in the place of others in a plain field, or suggests it. Answers how many still stood there. */
  replaceInField(id: string, field: FieldPath, changes: readonly FieldChange[]): number
}

export function checkActions(
  store: StoreApi<DeskState>,
  ids: Ids,
  fields: Pick<StoryActions, 'setField' | 'setAuthor' | 'setPhoto'>,
  now: () => string = () => new Date().toISOString(),
): CheckActions {
  const open = (id: string): { readonly session: StorySession; readonly by: string } | null => {
    const { me, stories } = store.getState()
    const story = stories[id]
    return me && story?.phase === 'open' && allows(story.access, 'comment')
      ? { session: story.session, by: me.id }
      : null
  }
  return {
    ignoreFlags(id, flags, scope) {
      const story = open(id)
      if (!story) return
      const rows = flags.map(({ check, rule, words, before, after }): Ignored => ({
        id: ids.random(),
        check,
        rule,
        words,
        scope,
        before,
        after,
        by: story.by,
        at: now(),
      }))
      ignore(story.session.doc, rows, ORIGIN)
    },
    replaceInField(id, field, changes) {
      const story = store.getState().stories[id]
      return story?.phase === 'open' && allows(story.access, 'suggest')
        ? writeFieldAt(fields, story, id, field, changes)
        : 0
    },
    heedIgnored(id, ignored) {
      const story = open(id)
      if (story) heed(story.session.doc, ignored, ORIGIN)
    },
  }
}

/** Not the origin of undo: what was ignored is heard again by its own button. */
const ORIGIN = { name: 'check' }
