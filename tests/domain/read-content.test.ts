import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readContent } from '../../src/domain/read-content.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans, type StoryContent } from '../../src/domain/story-content.ts'
import { seedUpdate } from '../../src/domain/story-doc.ts'

const words = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
const spans = words.map((text) => plainSpans(text))
const id = fc.uuid()

const content: fc.Arbitrary<StoryContent> = fc.record({
  headline: spans,
  dek: spans,
  body: fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constantFrom('paragraph' as const, 'quote' as const),
        level: fc.constant(0),
        spans,
      }),
      fc.record({ kind: fc.constant('picture' as const), photo: id }),
      fc.constant({ kind: 'rule' as const }),
    ),
    { maxLength: 6 },
  ),
  authors: fc.uniqueArray(fc.record({ id, name: words, role: words }), { selector: (one) => one.id }),
  photos: fc.uniqueArray(
    fc.record({ id, hash: words, alt: words, credit: words, crop: fc.constant(null), caption: spans }),
    { selector: (one) => one.id },
  ),
  fields: fc
    .record({ slug: words, place: words, keywords: fc.array(words) })
    .map((some) => Object.assign({}, BLANK_FIELDS, some)),
})

test('a new story says what it was made of, whatever order its seed comes in and however often', () => {
  fc.assert(
    fc.property(content, fc.nat(2 ** 31), (said, client) => {
      const doc = new Y.Doc()
      const update = seedUpdate(said, client)
      Y.applyUpdate(doc, update)
      Y.applyUpdate(doc, update)
      expect(readContent(doc)).toEqual(said)
    }),
  )
})

test('an empty document is a blank story', () => {
  expect(readContent(new Y.Doc())).toEqual(BLANK_CONTENT)
})

const nonsense = fc.oneof(fc.jsonValue(), fc.constant(undefined))

test('nothing that stands where it should not makes a story unreadable, and what is sound beside it is read', () => {
  fc.assert(
    fc.property(nonsense, fc.constantFrom('fields', 'authors', 'photos'), (value, place) => {
      const doc = new Y.Doc()
      const sound: StoryContent = {
        ...BLANK_CONTENT,
        headline: plainSpans('Sound'),
        authors: [{ id: 'a', name: 'Ada', role: '' }],
      }
      Y.applyUpdate(doc, seedUpdate(sound, 1))
      doc.getMap(place).set('slug', value)
      const item = new Y.Map<unknown>(
        ['name', 'role', 'at', 'hash', 'alt', 'credit', 'crop', 'caption'].map((key) => [key, value]),
      )
      doc.getMap('photos').set('strange', item)
      doc.getText('body').insertEmbed(0, new Y.Map([['kind', value]]))
      const read = readContent(doc)
      expect(read.headline).toEqual(sound.headline)
      expect(read.authors).toEqual(sound.authors)
      expect(read.photos.map((photo) => photo.id)).toContain('strange')
      expect(JSON.parse(JSON.stringify(read))).toBeTypeOf('object')
    }),
  )
})
