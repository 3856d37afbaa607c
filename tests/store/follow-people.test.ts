import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Person } from '../../src/domain/person.ts'
import { CHIEF, REPORTER, SUB, until, valueOf } from '../backends/test-desk.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
beforeEach(async () => {
  desk = await stage()
})
afterEach(() => desk.end())

const names = (tab: Stage = desk): readonly string[] => tab.store.getState().people.map(({ name }) => name)
const me = (tab: Stage = desk): Person | null | undefined => tab.store.getState().me

test('somebody who comes to the desk in one tab is known in all', async () => {
  const other = await desk.tab(SUB)
  await until(names, [REPORTER.name, SUB.name])
  other.actions.savePerson(CHIEF, false)
  await until(names, [CHIEF.name, REPORTER.name, SUB.name])
  expect(me()).toEqual(REPORTER)
  expect(me(other)).toEqual(SUB)
})

test('a new name and role are those of the tabs in which the person works', async () => {
  const other = await desk.tab(SUB)
  valueOf(await other.backend.savePerson({ ...REPORTER, name: 'Rita Chief', role: 'chief' }))
  await until(me, { ...REPORTER, name: 'Rita Chief', role: 'chief' })
  expect(me(other)).toEqual(SUB)
})

test('who works here stays the same object where nothing of theirs changed', async () => {
  const before = me()
  const other = await desk.tab(SUB)
  await until(names, [REPORTER.name, SUB.name])
  valueOf(await other.backend.savePerson(CHIEF))
  await until(() => names().length, 3)
  expect(me()).toBe(before)
})
