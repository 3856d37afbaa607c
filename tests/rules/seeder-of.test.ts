import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { BLANK_CONTENT, plainSpans } from '../../src/domain/story-content.ts'
import { seedUpdate } from '../../src/domain/story-doc.ts'
import { seederOf } from '../../src/rules/seeder-of.ts'

test('is the number at the end of the id, which is random in a UUIDv7', () => {
  expect(seederOf('0192f0c1-2b3c-7d4e-8f50-61720000000a')).toBe(10)
  expect(seederOf('0192f0c1-2b3c-7d4e-8f50-6172ffffffff')).toBe(2 ** 32 - 1)
  expect(new Set(Array.from({ length: 200 }, () => seederOf(v7()))).size).toBe(200)
})

test('a document that is made twice of the same id and content is the same one, once', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (headline, slug) => {
      const id = v7()
      const content = {
        ...BLANK_CONTENT,
        headline: plainSpans(headline),
        fields: { ...BLANK_CONTENT.fields, slug },
      }
      const [here, there] = [seedUpdate(content, seederOf(id)), seedUpdate(content, seederOf(id))]
      expect(here).toEqual(there)
      const doc = new Y.Doc()
      Y.applyUpdate(doc, here)
      Y.applyUpdate(doc, there)
      expect(doc.getText('headline').toJSON()).toBe(headline)
    }),
  )
})
