import type { StoryRecord } from '../../domain/story-record.ts'
import type { StoryContent } from '../../domain/story-content.ts'
import { orNull } from '../../rules/shape.ts'
import { version, versionHeads } from '../wire/past-answers.ts'
import { storyRecord } from '../wire/story-answers.ts'
import type { Asked, Requests } from './requests.ts'

/** Where a story's answers are. */
export const storyPath = (id: string): string => `/api/stories/${encodeURIComponent(id)}`

/** A story's record as the server has it now, or null. */
export function readStory(requests: Requests, id: string): Promise<Asked<StoryRecord | null>> {
  return requests.get(storyPath(id), orNull(storyRecord))
}

/** What an epoch was closed with: the last version of it, or null where it has none. */
export async function readClosing(
  requests: Requests,
  id: string,
  epoch: number,
): Promise<Asked<{ readonly content: StoryContent; readonly state: Uint8Array } | null>> {
  const heads = await requests.get(`${storyPath(id)}/versions`, versionHeads)
  if (!heads.ok) return heads
  const last = heads.value.find((head) => head.epoch === epoch)
  if (!last) return { ok: true, value: null }
  return requests.get(`${storyPath(id)}/versions/${last.number}`, orNull(version))
}
