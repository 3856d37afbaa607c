import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { randomClient } from '../../src/rules/random-client.ts'

test('ids are such as Yjs takes, and hardly ever the same', () => {
  const ids = Array.from({ length: 100 }, randomClient)
  expect(ids.every((id) => Number.isInteger(id) && id >= 0 && id < 2 ** 32)).toBe(true)
  expect(new Set(ids).size).toBeGreaterThan(98)
  const doc = new Y.Doc()
  doc.clientID = Math.max(...ids)
  doc.getText('headline').insert(0, 'a')
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  expect([...copy.store.clients.keys()]).toEqual([Math.max(...ids)])
})
