import { openDB } from 'idb'
import { v7 } from 'uuid'
import { seedUpdate } from '../../src/domain/story-doc.ts'
import { contentOf, NOW, REPORTER } from './test-desk.ts'

/** A desk as the first version of the database held it: a story, with a row for each of its stores. */
export async function makeVersionOne(
  name: string,
): Promise<{ readonly id: string; readonly stores: number }> {
  const database = await openDB(name, 1, {
    upgrade(fresh) {
      const records = fresh.createObjectStore('records', { keyPath: 'id' })
      records.createIndex('order', 'order')
      records.createIndex('born', 'born')
      records.createIndex('status-order', ['status', 'order'])
      records.createIndex('status-born', ['status', 'born'])
      records.createIndex('unsummarised', 'unsummarised')
      const updates = fresh.createObjectStore('updates', { keyPath: 'key', autoIncrement: true })
      updates.createIndex('story', ['story', 'epoch', 'key'])
      const events = fresh.createObjectStore('events', { keyPath: 'sequence' })
      events.createIndex('story', ['story', 'sequence'])
      for (const store of ['searches', 'contents', 'sources', 'people']) {
        fresh.createObjectStore(store, { keyPath: 'id' })
      }
      fresh.createObjectStore('pictures', { keyPath: 'hash' })
      fresh.createObjectStore('meta', { keyPath: 'name' })
    },
  })
  const id = v7()
  const content = contentOf('From before', 'Two words', 'before')
  const at = NOW().toISOString()
  await database.put('people', REPORTER)
  await database.put('meta', { name: 'person', value: REPORTER.id })
  await database.put('meta', { name: 'sequence', value: 2 })
  await database.put('records', {
    id,
    deskId: 'desk',
    schema: 1,
    epoch: 1,
    status: 'submitted',
    reporters: [REPORTER.id],
    claimant: null,
    embargo: null,
    published: null,
    hasSource: true,
    sequence: 2,
    createdAt: at,
    changedAt: at,
    summary: { headline: 'From before', dek: '', slug: 'before', section: '', byline: '', words: 2, tks: 0 },
    order: -2,
    born: -1,
    unsummarised: 0,
  })
  await database.add('updates', { story: id, epoch: 1, update: seedUpdate(content, 5) })
  await database.put('contents', { id, content })
  await database.put('searches', { id, text: 'from before two words before' })
  await database.put('sources', { id, name: 'wire', type: 'text/plain', text: 'wire copy' })
  await database.put('pictures', { hash: 'f00d', type: 'image/png', bytes: new Uint8Array([1, 2]).buffer })
  const event = { story: id, at, by: REPORTER, note: '' }
  await database.put('events', { ...event, sequence: 1, type: 'create', from: null, to: 'draft' })
  await database.put('events', { ...event, sequence: 2, type: 'submit', from: 'draft', to: 'submitted' })
  const stores = database.objectStoreNames.length
  database.close()
  return { id, stores }
}
