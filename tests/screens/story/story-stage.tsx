import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import type { Backend } from '../../../src/backends/backend.ts'
import { createMemoryBackend, createMemoryDesk } from '../../../src/backends/memory.ts'
import { readContent } from '../../../src/domain/read-content.ts'
import type { Action } from '../../../src/domain/workflow.ts'
import { BLANK_CONTENT, type Fields, type StoryContent } from '../../../src/domain/story-content.ts'
import { StoryPage } from '../../../src/screens/story/story-page.tsx'
import { runEffects } from '../../../src/store/desk-effects.ts'
import type { DeskState, OpenStory } from '../../../src/store/desk-state.ts'
import { createDeskStore, type DeskStore } from '../../../src/store/desk-store.ts'
import { DeskProvider } from '../../../src/store/use-desk.ts'
import type { Person } from '../../../src/domain/person.ts'

// jsdom lays nothing out; an editor that shows its caret asks where it is.
Object.defineProperties(Range.prototype, {
  getClientRects: { configurable: true, value: () => [] },
  getBoundingClientRect: { configurable: true, value: () => document.body.getBoundingClientRect() },
})

export const JANE: Person = { id: 'jane', name: 'Jane Doe', role: 'reporter' }
export const KIT: Person = { id: 'kit', name: 'Kit Marsh', role: 'sub-editor' }
/** May read a draft of Jane's and comment on it, and nothing else. */
export const IDA: Person = { id: 'ida', name: 'Ida Berg', role: 'reporter' }

export const content = (
  parts: Omit<Partial<StoryContent>, 'fields'> & { readonly fields?: Partial<Fields> } = {},
): StoryContent => ({
  ...BLANK_CONTENT,
  ...parts,
  fields: { ...BLANK_CONTENT.fields, language: 'en-GB', ...parts.fields },
})

export type StoryStage = {
  readonly user: ReturnType<typeof userEvent.setup>
  readonly store: DeskStore
  readonly backend: Backend
  readonly id: string
  /** What the document says now. */
  readonly says: () => StoryContent
  readonly open: () => OpenStory
  /** Changes what the store says of the open story: states that a memory backend doesn't get into by itself. */
  readonly setOpen: (change: Partial<OpenStory>) => void
  readonly set: (change: Partial<DeskState>) => void
}

/**
 * A story on its page, with the real store, the real effects and a backend in memory. `becomes` is who looks at it;
 * Jane wrote it. `steps` is what was done with it before, each by somebody.
 */
export async function stageStory(
  story: StoryContent = content(),
  {
    becomes = JANE,
    steps = [],
    source = null,
    around = (page) => page,
  }: {
    readonly becomes?: Person
    readonly steps?: readonly (readonly [Person, Action])[]
    readonly source?: { readonly name: string; readonly type: string; readonly text: string } | null
    readonly around?: (page: ReactNode) => ReactNode
  } = {},
): Promise<StoryStage> {
  let made = 0
  const backend = createMemoryBackend(createMemoryDesk(), { now: () => new Date('2026-11-24T09:00:00Z') })
  const ids = {
    story: () => '0192f000-0000-7000-8000-000000000001',
    random: () => `made-${(made += 1)}`,
  }
  const store = createDeskStore(ids)
  const effects = runEffects(store, backend, ids, {
    later(work) {
      queueMicrotask(work)
      return () => undefined
    },
  })
  for (const person of new Map(
    [KIT, IDA, becomes, ...steps.map(([who]) => who)].map((one) => [one.id, one]),
  ).values())
    store.actions.savePerson(person, false)
  await effects.settle()
  store.actions.savePerson(JANE, true)
  await effects.settle()
  const id = store.actions.importStory(story, source, [])
  await effects.settle()
  const become = async ({ id: person }: Person): Promise<void> => {
    if (store.getState().me?.id !== person) store.actions.become(person)
    await effects.settle()
  }
  for (const [person, action] of steps) {
    await become(person)
    store.actions.act(id, action, '')
    await effects.settle()
  }
  await become(becomes)

  const { hook, searchHook } = memoryLocation({ path: `/stories/${id}` })
  render(
    <DeskProvider store={store}>
      <Router hook={hook} searchHook={searchHook}>
        {around(<StoryPage id={id} />)}
      </Router>
    </DeskProvider>,
  )
  await act(() => effects.settle())
  await screen.findByRole('textbox', { name: 'Body' })

  const open = (): OpenStory => {
    const state = store.getState().stories[id]
    if (state?.phase !== 'open') throw new Error('The story is not open')
    return state
  }
  const set = (change: Partial<DeskState>): void => act(() => store.setState(change))
  return {
    user: userEvent.setup(),
    store,
    backend,
    id,
    says: () => readContent(open().session.doc),
    open,
    set,
    setOpen: (change) => set({ stories: { ...store.getState().stories, [id]: { ...open(), ...change } } }),
  }
}

export const textbox = (name: string): HTMLElement => screen.getByRole('textbox', { name })
