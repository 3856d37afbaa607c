import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BLANK_CONTENT } from '../../src/domain/story-content.ts'
import { readContent } from '../../src/domain/read-content.ts'
import { seedUpdate } from '../../src/domain/story-doc.ts'
import { isStetJson, readStetJson, toStetJson } from '../../src/formats/stet-json.ts'
import { storyContent } from './story-arbitrary.ts'

const blank = { content: BLANK_CONTENT, pictures: [], source: null }

describe("Stet's own JSON", () => {
  test('reads to an equal story, pictures and source included', () => {
    fc.assert(
      fc.property(storyContent, fc.uint8Array({ maxLength: 300 }), fc.string(), (content, bytes, text) => {
        const file = {
          content,
          pictures: [{ hash: 'ab12', type: 'image/png', bytes }],
          source: { name: 'wire.txt', type: 'text/plain', text },
        }
        const json = toStetJson(file)
        expect(isStetJson(json)).toBe(true)
        expect(readStetJson(json)).toEqual({ ok: true, file })
      }),
    )
  })

  test('carries a picture larger than one chunk', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251)
    const read = readStetJson(toStetJson({ ...blank, pictures: [{ hash: 'x', type: 'image/jpeg', bytes }] }))
    expect(read).toMatchObject({ ok: true, file: { pictures: [{ bytes }] } })
  })

  test('is identical after a life as a document', () => {
    fc.assert(
      fc.property(storyContent, (content) => {
        const doc = new Y.Doc()
        Y.applyUpdate(doc, seedUpdate(content, 1))
        const once = readContent(doc)
        const again = new Y.Doc()
        Y.applyUpdate(again, seedUpdate(once, 2))
        expect(readContent(again)).toEqual(once)
      }),
    )
  })

  test.each([
    ['nothing', '', 'not a story'],
    ['broken JSON', '{"format": "stet-story",', 'not a story'],
    ['other JSON', '{"a": 1}', 'not a story'],
    ['a newer Stet', toStetJson(blank).replace(/"schema": \d+/, '"schema": 99'), 'newer Stet'],
    ['a damaged headline', toStetJson(blank).replace('"headline": []', '"headline": 7'), 'damaged (headline'],
    [
      'a damaged picture',
      toStetJson({
        ...blank,
        pictures: [{ hash: 'x', type: 'image/png', bytes: new Uint8Array(3) }],
      }).replace('AAAA', '!!'),
      'picture',
    ],
  ])('refuses %s with a message', (_, text, message) => {
    const read = readStetJson(text)
    expect(read.ok ? '' : read.message).toContain(message)
  })
})
