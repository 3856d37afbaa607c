import type { Outcome, Source, StoryEvent } from '../../backends/backend.ts'
import type { StoryCopy } from '../../backends/wire/story-answers.ts'
import type { Person } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import type { DeskTransaction, StoreName } from '../../rules/desk-storage.ts'
import { RAW_STORES, readRawData } from '../../rules/raw-data.ts'
import { damaged, done, notFound, refusingFailures } from '../../rules/refusals.ts'
import { asContent, asEvent, asPerson, asSource, recordOf } from '../../rules/stored-shapes.ts'
import { readStory } from '../../rules/story-rows.ts'
import type { ServerDesk } from './server-desk.ts'

// What is read of a desk and its stories, as they are stored now.

/** Reads in one transaction; a storage that fails is a refusal. */
export function reading<Value>(
  { storage }: ServerDesk,
  stores: readonly StoreName[],
  work: (transaction: DeskTransaction) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  return refusingFailures(() => storage.run(stores, 'readonly', work))
}

/** Everybody known on this desk, by name. */
export const readPeople = (desk: ServerDesk): Promise<Outcome<readonly Person[]>> =>
  reading(desk, ['people'], async (transaction) => {
    const known = (await transaction.all('people')).map(asPerson).filter((person) => person !== null)
    return done(known.toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)))
  })

/** A story's record; null where there is none. */
export const readRecord = (desk: ServerDesk, id: string): Promise<Outcome<StoryRecord | null>> =>
  reading(desk, ['records'], async (transaction) => {
    const story = await readStory(transaction, id)
    if (story.ok) return done(story.kind === 'newer' ? story.record : recordOf(story.row))
    return story.reason === 'not found' ? done(null) : story
  })

/** A story to be read and not edited, also one that a newer Stet wrote. */
export const readStoryCopy = (desk: ServerDesk, id: string): Promise<Outcome<StoryCopy>> =>
  reading(desk, ['records', 'contents'], async (transaction) => {
    const story = await readStory(transaction, id)
    if (!story.ok) return story
    const content = asContent(await transaction.get('contents', id))
    if (!content) return damaged('what it says can’t be read.')
    return done({ record: story.kind === 'newer' ? story.record : recordOf(story.row), content })
  })

/** What was done with a story, oldest first. */
export const readEvents = (desk: ServerDesk, id: string): Promise<Outcome<readonly StoryEvent[]>> =>
  reading(desk, ['events'], async (transaction) =>
    done((await transaction.ofStory('events', id)).map(asEvent).filter((event) => event !== null)),
  )

/** The copy that a story was imported from, or null. */
export const readSource = (desk: ServerDesk, id: string): Promise<Outcome<Source | null>> =>
  reading(desk, ['sources'], async (transaction) => {
    const stored = await transaction.get('sources', id)
    if (stored === undefined) return done(null)
    const source = asSource(stored)
    if (!source) return damaged('the copy it was imported from is damaged.')
    return done({ name: source.name, type: source.type, text: source.text })
  })

/** All that is stored of a story, as JSON. */
export const readRaw = (desk: ServerDesk, id: string): Promise<Outcome<string>> =>
  reading(desk, RAW_STORES, async (transaction) => {
    const json = await readRawData(transaction, id)
    return json === null ? notFound() : done(json)
  })
