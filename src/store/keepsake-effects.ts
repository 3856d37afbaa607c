import type { Backend } from '../backends/backend.ts'
import { asked } from './asked.ts'
import type { DeskStore } from './desk-store.ts'

/** Fetches the copy that a story was imported from. */
export async function loadSource(store: DeskStore, backend: Backend, id: string): Promise<void> {
  const source = asked(await backend.source(id))
  store.setState(({ sources }) => ({ sources: { ...sources, [id]: source } }))
}

/** Fetches all that is stored of a story, for somebody who must rescue it. */
export async function loadRawData(store: DeskStore, backend: Backend, id: string): Promise<void> {
  const data = asked(await backend.rawData(id))
  store.setState(({ rawData }) => ({ rawData: { ...rawData, [id]: data } }))
}

/** Fetches the headlines of stories; what can't be read stays as it was known. */
export async function loadHeadlines(
  store: DeskStore,
  backend: Backend,
  ids: readonly string[],
): Promise<void> {
  const answers = await Promise.all(ids.map((id) => backend.record(id)))
  const found = answers.flatMap((answer) => (answer.ok && answer.value ? [answer.value] : []))
  store.setState(({ headlines }) => ({
    headlines: {
      ...headlines,
      ...Object.fromEntries(found.map(({ id, summary }) => [id, summary.headline])),
    },
  }))
}
