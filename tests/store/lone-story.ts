import * as Y from 'yjs'
import { BLANK_REPORT } from '../../src/domain/checks/check-report.ts'
import { BLANK_COUNTS } from '../../src/store/desk-state.ts'
import { createDeskStore, type DeskStore, type Ids } from '../../src/store/desk-store.ts'
import { BLANK_SIGN_OFF } from '../../src/store/sign-off-state.ts'
import { readCopies } from '../../src/store/story-observer.ts'
import { readThreadCopies } from '../../src/store/thread-observer.ts'
import type { StorySession } from '../../src/store/story-session.ts'
import { Suggester } from '../../src/domain/suggestions/suggester.ts'
import { createStoryUndo } from '../../src/domain/story-undo.ts'
import { recordWith } from '../domain/story-records.ts'

/** Ids that can be foretold: story-1, story-2, and id-1, id-2. */
export function countedIds(): Ids {
  let stories = 0
  let others = 0
  return { story: () => `story-${++stories}`, random: () => `id-${++others}` }
}

let suggestions = 0

/** A document with its undo, as an open story has it. */
export function sessionOf(id: string, doc = new Y.Doc()): StorySession {
  const author = {
    by: 'me',
    now: () => '2026-11-24T09:00:00Z',
    newId: () => `suggestion-${(suggestions += 1)}`,
  }
  return { id, doc, undo: createStoryUndo(doc), suggester: new Suggester(doc, author) }
}

/** Shows a story as open in a store that nothing else works on. */
export function show(store: DeskStore, session: StorySession): void {
  store.setState(({ stories }) => ({
    stories: {
      ...stories,
      [session.id]: {
        phase: 'open',
        record: recordWith({ id: session.id }),
        access: { right: 'edit', why: '' },
        save: { kind: 'saved' },
        session,
        carets: null,
        suggesting: false,
        view: 'changes',
        suggestions: [],
        deciding: [],
        counts: BLANK_COUNTS,
        signOff: BLANK_SIGN_OFF,
        checks: BLANK_REPORT,
        ...readCopies(session),
        ...readThreadCopies(session),
      },
    },
  }))
}

/** A store with one open story, and no effects: what happens, happens in the same tick. */
export function loneStory(id = 'story'): { readonly store: DeskStore; readonly session: StorySession } {
  const store = createDeskStore(countedIds())
  const session = sessionOf(id)
  show(store, session)
  return { store, session }
}
