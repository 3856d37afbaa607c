import type { Backend } from '../../src/backends/backend.ts'
import type { DeskMessage } from '../../src/backends/hub.ts'
import type { LocalBackend } from '../../src/backends/local-backend.ts'
import { createMemoryBackend, createMemoryDesk, type MemoryDesk } from '../../src/backends/memory.ts'
import type { Person } from '../../src/domain/person.ts'
import { MoodyStorage } from './moody-storage.ts'
import { NOW, REPORTER, SHORT, valueOf } from './test-desk.ts'

/** A desk whose storage fails and waits when it is told to. */
export type MoodyDesk = MemoryDesk & { readonly storage: MoodyStorage }

export const makeMoodyDesk = (listeners: Set<(message: DeskMessage) => void> = new Set()): MoodyDesk => ({
  ...createMemoryDesk(),
  storage: new MoodyStorage(),
  listeners,
})

/** A tab on such a desk, put among those that are open. */
export async function moodyTab(
  desk: MoodyDesk,
  open: Backend[],
  person: Person = REPORTER,
): Promise<LocalBackend> {
  const tab = createMemoryBackend(desk, { now: NOW, delays: SHORT }) as LocalBackend
  open.push(tab)
  valueOf(await tab.savePerson(person))
  valueOf(await tab.become(person.id))
  return tab
}
