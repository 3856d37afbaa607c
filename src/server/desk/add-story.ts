import type { Outcome } from '../../backends/backend.ts'
import type { NewStoryRequest } from '../../backends/wire/requests.ts'
import type { Person } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { readStoryShape } from '../../formats/story-shape.ts'
import { CREATE_STORES, createStory, isStoryId } from '../../rules/create-story.ts'
import { done, invalid, refusingFailures } from '../../rules/refusals.ts'
import { personNow } from './person-now.ts'
import type { ServerDesk } from './server-desk.ts'

/** Makes a story, with this person as its reporter; one that is there already is answered as it is. */
export async function addStory(
  desk: ServerDesk,
  person: Person,
  { id, content, source }: NewStoryRequest,
): Promise<Outcome<StoryRecord>> {
  if (!isStoryId(id)) return invalid('A story needs a UUIDv7 as its id.')
  const shape = readStoryShape(content)
  if (!shape.ok) {
    return invalid(
      `This is not a story (${shape.problem}), so none was made. Reload the page, then try again.`,
    )
  }
  return refusingFailures(async () => {
    const created = await desk.storage.run(CREATE_STORES, 'strict', async (transaction) => {
      const story = { id, content: shape.content, source }
      const now = await personNow(transaction, person)
      return createStory(transaction, story, desk.seeder(), now, desk.now)
    })
    if (!created.ok) return created
    if (created.made) desk.hub.post({ kind: 'changed', ids: [id] })
    return done(created.record)
  })
}
