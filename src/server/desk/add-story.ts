import type { Outcome } from '../../backends/backend.ts'
import type { NewStoryRequest } from '../../backends/wire/requests.ts'
import type { Person } from '../../domain/person.ts'
import { toBase64 } from '../../backends/wire.ts'
import type { StoryContent } from '../../domain/story-content.ts'
import { seedUpdate } from '../../domain/story-doc.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { readStoryShape } from '../../formats/story-shape.ts'
import { CREATE_STORES, createStory, isStoryId } from '../../rules/create-story.ts'
import { done, invalid, refusingFailures } from '../../rules/refusals.ts'
import { seederOf } from '../../rules/seeder-of.ts'
import { personNow } from './person-now.ts'
import type { ServerDesk } from './server-desk.ts'

const OTHER_SEED =
  'This story was made in a browser while the newsroom’s server couldn’t be reached, with another version of Stet, so it can’t be taken over as it is. All of it is kept in that browser: copy it from there into a new story.'

/** Makes a story, with this person as its reporter; one that is there already is answered as it is. */
export async function addStory(
  desk: ServerDesk,
  person: Person,
  { id, content, source, seed }: NewStoryRequest,
): Promise<Outcome<StoryRecord>> {
  if (!isStoryId(id)) return invalid('A story needs a UUIDv7 as its id.')
  const shape = readStoryShape(content)
  if (!shape.ok) {
    return invalid(
      `This is not a story (${shape.problem}), so none was made. Reload the page, then try again.`,
    )
  }
  // In the order of keys in which the browser has it, so that the document is the same as the browser's.
  const story = { id, content: content as StoryContent, source }
  const seeder = seederOf(id)
  if (seed !== undefined && seed !== toBase64(seedUpdate(story.content, seeder))) return invalid(OTHER_SEED)
  return refusingFailures(async () => {
    const created = await desk.storage.run(CREATE_STORES, 'strict', async (transaction) => {
      const now = await personNow(transaction, person)
      return createStory(transaction, story, seeder, now, desk.now)
    })
    if (!created.ok) return created
    if (created.made) desk.hub.post({ kind: 'changed', ids: [id] })
    return done(created.record)
  })
}
