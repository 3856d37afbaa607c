import { expect, test } from 'vitest'
import { setKeys } from '../../src/domain/set-key.ts'
import { docOf } from './documents.ts'

test('sets what has a value, takes away what is null, and leaves the rest', () => {
  const map = docOf(1).getMap('fields')
  setKeys(map, { kept: 'as it is', kind: 'quote', level: 2 })
  setKeys(map, { kind: 'paragraph', level: null, deep: [1], '': false })
  expect(map.toJSON()).toEqual({ kept: 'as it is', kind: 'paragraph', deep: [1], '': false })
})
