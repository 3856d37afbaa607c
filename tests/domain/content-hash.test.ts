import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { contentHash } from '../../src/domain/content-hash.ts'
import type { Json } from '../../src/domain/json.ts'
import { sameJson } from '../../src/domain/json.ts'
import { readContent } from '../../src/domain/read-content.ts'
import type { StoryContent } from '../../src/domain/story-content.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../src/domain/story-content.ts'
import { seedUpdate } from '../../src/domain/story-doc.ts'

const STORY: StoryContent = {
  headline: plainSpans('Harbour réopens'),
  dek: [{ text: 'After “two” years 👩‍👩‍👧', marks: { bold: true, link: 'https://example.org' } }],
  body: [
    { kind: 'paragraph', level: 0, spans: plainSpans('It did.') },
    { kind: 'picture', photo: 'p' },
    { kind: 'unknown', raw: { kind: 'poll', options: ['a', null] }, spans: [] },
  ],
  authors: [{ id: 'a', name: 'Jane Doe', role: 'Writer' }],
  fields: { ...BLANK_FIELDS, slug: 'harbour', keywords: ['port', 'sea'] },
  photos: [
    { id: 'p', hash: 'f00', alt: 'A quay', caption: plainSpans('The quay'), credit: 'S. Poe', crop: null },
  ],
}

test('it is SHA-256 in hex, of JSON whose keys stand in order', () => {
  const keys = ['authors', 'body', 'dek', 'fields', 'headline', 'photos']
  expect(Object.keys(BLANK_CONTENT).toSorted()).toEqual(keys)
  const fields = JSON.stringify(BLANK_FIELDS, Object.keys(BLANK_FIELDS).toSorted())
  const json = `{"authors":[],"body":[],"dek":[],"fields":${fields},"headline":[],"photos":[]}`
  expect(contentHash(BLANK_CONTENT)).toBe(createHash('sha256').update(json).digest('hex'))
})

test('it is the same on every machine: this very story has this very hash', () => {
  expect(contentHash(STORY)).toBe('0728af3e13bdf51f04e9364e9ca063586ddc8362ca0295abdd68b3d7f45037a2')
})

const changes: readonly [string, StoryContent][] = [
  ['a word', { ...STORY, headline: plainSpans('Harbour reopens') }],
  ['a mark', { ...STORY, headline: [{ text: 'Harbour réopens', marks: { italic: true } }] }],
  ['the order of blocks', { ...STORY, body: STORY.body.toReversed() }],
  ['a field', { ...STORY, fields: { ...STORY.fields, slug: 'harbor' } }],
  ['the desk note', { ...STORY, fields: { ...STORY.fields, deskNote: 'Call them' } }],
  ['the order of keywords', { ...STORY, fields: { ...STORY.fields, keywords: ['sea', 'port'] } }],
  ['an author', { ...STORY, authors: [] }],
  ['a caption', { ...STORY, photos: STORY.photos.map((photo) => ({ ...photo, caption: [] })) }],
  [
    'a crop',
    { ...STORY, photos: STORY.photos.map((p) => ({ ...p, crop: { x: 0, y: 0, width: 1, height: 1 } })) },
  ],
  ['something unknown', { ...STORY, body: [{ kind: 'unknown', raw: { kind: 'quiz' }, spans: [] }] }],
]
test.each(changes)('%s changes it', (_what, content) => {
  expect(contentHash(content)).not.toBe(contentHash(STORY))
})

test('what says nothing changes nothing: order of keys, and keys that are undefined', () => {
  const turned = Object.fromEntries(Object.entries(STORY).toReversed()) as StoryContent
  expect(contentHash(turned)).toBe(contentHash(STORY))
  expect(contentHash({ ...STORY, later: undefined } as StoryContent)).toBe(contentHash(STORY))
})

test('a document that travelled as an update has the hash of the content that it was made of', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate(STORY, 7))
  expect(contentHash(readContent(doc))).toBe(contentHash(structuredClone(readContent(doc))))
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
  expect(contentHash(readContent(again))).toBe(contentHash(readContent(doc)))
})

test('whatever is carried, equal content and only equal content has an equal hash', () => {
  const raw = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as Json)
  const story = (value: Json): StoryContent => ({
    ...BLANK_CONTENT,
    body: [{ kind: 'unknown', raw: value, spans: [] }],
  })
  fc.assert(
    fc.property(raw, raw, (a, b) => {
      expect(contentHash(story(a))).toBe(contentHash(story(turnedRound(a) as Json)))
      expect(contentHash(story(a)) === contentHash(story(b))).toBe(sameJson(a, b))
    }),
  )
})

/** The same value with the keys of each object the other way round. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (typeof value !== 'object' || value === null) return value
  const rows = Object.entries(value).toReversed()
  return Object.fromEntries(rows.map(([key, part]) => [key, turnedRound(part)]))
}
