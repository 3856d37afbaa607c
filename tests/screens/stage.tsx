import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import type { Person } from '../../src/domain/person.ts'
import type { Status, StoryRecord } from '../../src/domain/story-record.ts'
import { BLANK_SUMMARY, FIRST_DESK, STATUSES } from '../../src/domain/story-record.ts'
import type { DeskState, ListState, Task } from '../../src/store/desk-state.ts'
import { BLANK_LIST, PAGE_SIZE } from '../../src/store/desk-state.ts'
import type { DeskStore } from '../../src/store/desk-store.ts'
import { createDeskStore } from '../../src/store/desk-store.ts'
import { DeskProvider } from '../../src/store/use-desk.ts'

export const JANE: Person = { id: 'jane', name: 'Jane Doe', role: 'reporter' }
export const KIT: Person = { id: 'kit', name: 'Kit Marsh', role: 'sub-editor' }
export const IDA: Person = { id: 'ida', name: 'Ida Berg', role: 'chief' }

/** A story's record; `id` also orders it. */
export function record(id: string, change: Partial<StoryRecord> = {}): StoryRecord {
  return {
    id,
    deskId: FIRST_DESK,
    schema: 1,
    epoch: 1,
    status: 'draft',
    reporters: [JANE.id],
    claimant: null,
    embargo: null,
    published: null,
    hasSource: false,
    sequence: 1,
    createdAt: '2026-11-24T09:00:00Z',
    changedAt: '2026-11-24T09:00:00Z',
    ...change,
    summary: { ...BLANK_SUMMARY, headline: `Story ${id}`, ...change.summary },
  }
}

/** The list as it is when these records were answered. */
export function answered(records: readonly StoryRecord[], change: Partial<ListState> = {}): ListState {
  const pages: Record<number, readonly StoryRecord[]> = {}
  for (let page = 0; page * PAGE_SIZE < records.length; page += 1) {
    pages[page] = records.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE)
  }
  const counts = Object.fromEntries(
    STATUSES.map((status) => [status, records.filter((row) => row.status === status).length]),
  ) as Record<Status, number>
  return { ...BLANK_LIST, status: 'ready', total: records.length, counts, pages, ...change }
}

/** A page with a real store around it, at an address. `tasks` are those that its actions left. */
export function stage(
  page: ReactNode,
  { state = {}, path = '/' }: { readonly state?: Partial<DeskState>; readonly path?: string } = {},
): { readonly store: DeskStore; readonly tasks: () => readonly Task[]; readonly address: () => string } {
  let made = 0
  const id = (): string => `made-${(made += 1)}`
  const store = createDeskStore({ story: id, random: id })
  store.setState({ me: JANE, people: [JANE, KIT, IDA], tasks: [], ...state })
  const { hook, searchHook, history } = memoryLocation({ path, record: true })
  render(
    <DeskProvider store={store}>
      <Router hook={hook} searchHook={searchHook}>
        {page}
      </Router>
    </DeskProvider>,
  )
  return { store, tasks: () => store.getState().tasks, address: () => history.at(-1) ?? '' }
}

/** jsdom lays nothing out: gives what scrolls a size, so that lists know how many rows are in sight. */
export function giveSize(height = 640, width = 1200): () => void {
  const sizes: Readonly<Record<string, (element: Element) => number>> = {
    clientHeight: () => height,
    clientWidth: () => width,
    offsetHeight: (element) => (element.hasAttribute('data-index') ? 64 : height),
    offsetWidth: () => width,
    scrollHeight: (element) => {
      const list = element.querySelector<HTMLElement>('tbody, ol')
      return Math.max(height, Number.parseFloat(list?.style.height ?? '0'))
    },
  }
  for (const [name, size] of Object.entries(sizes)) {
    Object.defineProperty(HTMLElement.prototype, name, {
      configurable: true,
      get(this: HTMLElement) {
        return size(this)
      },
    })
  }
  const scrollTo = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollTo')
  Element.prototype.scrollTo = function scroll(this: Element, to?: ScrollToOptions | number) {
    this.scrollTop = typeof to === 'object' ? (to.top ?? 0) : 0
    this.dispatchEvent(new Event('scroll'))
  }
  return () => {
    // What jsdom itself answers stands on Element, or is back when its own getter is.
    for (const name of Object.keys(sizes)) Reflect.deleteProperty(HTMLElement.prototype, name)
    if (scrollTo) Object.defineProperty(Element.prototype, 'scrollTo', scrollTo)
  }
}
