import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { hasAllFor } from '../../../src/backends/http/has-all.ts'

let one: Y.Doc
let updates: Uint8Array[]
beforeEach(() => {
  one = new Y.Doc()
  updates = []
  one.on('update', (update: Uint8Array) => updates.push(update))
})
const at = (index: number): Uint8Array => updates[index] ?? new Uint8Array()

test('what comes next fits, what comes after that does not, and what is there already does', () => {
  one.getText('t').insert(0, 'a')
  one.getText('t').insert(1, 'b')
  const other = new Y.Doc()
  expect([hasAllFor(other, at(0)), hasAllFor(other, at(1))]).toEqual([true, false])
  Y.applyUpdate(other, at(0))
  expect([hasAllFor(other, at(0)), hasAllFor(other, at(1))]).toEqual([true, true])
})

test('a deletion needs what it deletes', () => {
  one.getText('t').insert(0, 'abc')
  one.getText('t').delete(1, 1)
  const other = new Y.Doc()
  expect(hasAllFor(other, at(1))).toBe(false)
  Y.applyUpdate(other, at(0))
  expect(hasAllFor(other, at(1))).toBe(true)
})

test('an update that brings what it deletes needs nothing', () => {
  one.transact(() => {
    one.getText('t').insert(0, 'abc')
    one.getText('t').delete(0, 2)
  })
  expect(hasAllFor(new Y.Doc(), at(0))).toBe(true)
})
