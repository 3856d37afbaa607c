import type { StoryRecord } from '../domain/story-record.ts'
import { NO_WALK, PAGE_SIZE, type DeskState, type ListState, type Walk } from './desk-state.ts'

/** The way through the queue that is shown, when `id` is looked at next; null begins it anew. */
export function walkTo({ list, walk }: Pick<DeskState, 'list' | 'walk'>, id: string | null): Walk {
  if (id === null) return NO_WALK
  const place = loaded(list).find(({ record }) => record.id === id)?.place ?? -1
  return { place, seen: walk.seen.includes(id) ? walk.seen : [...walk.seen, id] }
}

/**
 * The story to look at after `id`: the next one below it that was not shown yet, then from the top; null where there
 * is none among those that are loaded. A queue changes while one works in it: what is claimed leaves it, what is
 * edited goes to its top. So the place counts that the story had when it was reached, not the one that it has now.
 */
export function nextInQueue(
  { list, walk }: Pick<DeskState, 'list' | 'walk'>,
  id: string,
): StoryRecord | null {
  const rows = loaded(list)
  const here = rows.find(({ record }) => record.id === id)
  const from = walk.place === -1 ? (here?.place ?? -1) + 1 : walk.place + (here ? 1 : 0)
  const isNew = ({ record }: Loaded): boolean => record.id !== id && !walk.seen.includes(record.id)
  const next = rows.find((row) => row.place >= from && isNew(row)) ?? rows.find(isNew)
  return next?.record ?? null
}

type Loaded = { readonly place: number; readonly record: StoryRecord }

function loaded({ pages }: ListState): readonly Loaded[] {
  return Object.entries(pages).flatMap(([page, records]) =>
    records.map((record, index) => ({ place: Number(page) * PAGE_SIZE + index, record })),
  )
}
