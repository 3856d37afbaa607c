import { afterEach, expect, test } from 'vitest'
import type { ServerLink } from '../../src/backends/backend.ts'
import { createMemoryBackend, createMemoryDesk } from '../../src/backends/memory.ts'
import { createDeskStore } from '../../src/store/desk-store.ts'
import { followLink } from '../../src/store/follow-link.ts'
import { NOW } from '../backends/test-desk.ts'
import { newsroomBackend } from './memory-accounts.ts'

const under = createMemoryBackend(createMemoryDesk(), { now: NOW })
const { backend, link } = newsroomBackend(under)
const retried: string[] = []
const retry = async (id: string): Promise<void> => void retried.push(id)
const store = createDeskStore({ story: () => 'story', random: () => 'random' })
let stop = (): void => {}
afterEach(() => {
  stop()
  retried.length = 0
  link.change({ isUp: true, unsent: 0 })
})

test('a desk that is kept in the browser has no server', () => {
  stop = followLink(store, under, { retry })
  expect(store.getState().link).toBeNull()
})

test('the state follows the link, and no more is said than changed', () => {
  stop = followLink(store, backend, { retry })
  link.change({ isUp: false, unsent: 3 })
  expect(store.getState().link).toEqual({ isUp: false, unsent: 3 })
  const before = store.getState().link
  link.change({ unsent: 3 } satisfies Partial<ServerLink>)
  expect(store.getState().link).toBe(before)
  stop()
  link.change({ unsent: 4 })
  expect(store.getState().link).toBe(before)
})

test('what could not be read is opened when the server is there again, and nothing else', () => {
  stop = followLink(store, backend, { retry })
  const refused = (reason: 'storage' | 'not found') =>
    ({ phase: 'refused', refusal: { ok: false, reason, message: 'No.' } }) as const
  store.setState({ stories: { a: refused('storage'), b: refused('not found'), c: { phase: 'opening' } } })
  link.change({ unsent: 1 })
  expect(retried).toEqual([])
  link.change({ isUp: false })
  link.change({ isUp: true })
  expect(retried).toEqual(['a'])
})
