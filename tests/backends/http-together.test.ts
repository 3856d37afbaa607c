import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Backend } from '../../src/backends/backend.ts'
import { inMemory } from '../server/services/in-memory.ts'
import { pngOf } from '../server/pictures/sample-pictures.ts'
import { hashOf } from '../../src/domain/picture-hash.ts'
import type { DeskServer, HttpTestDesk } from './http/http-desk.ts'
import { startDeskServer } from './http/http-desk.ts'
import type { Tab, WeakWay } from './http/weak-way.ts'
import { weakWay } from './http/weak-way.ts'
import { CHIEF, openIn, REPORTER, storyOf, SUB, until, valueOf } from './test-desk.ts'

// Who is here, where they write, and pictures on their way.

let running: DeskServer
let desk: HttpTestDesk
let way: WeakWay
let rita: Tab
beforeAll(async () => {
  running = await startDeskServer(await inMemory())
}, 60_000)
afterAll(() => running.stop())
beforeEach(async () => {
  desk = await running.makeDesk()
  way = await weakWay(running)
  rita = await way.tab(REPORTER)
})
afterEach(async () => {
  await way.end()
  await desk.end()
})

const hereOf = (tab: Backend): readonly (readonly [string, string | null])[] =>
  (tab.presence?.here ?? []).map(({ person, story }) => [person.id, story])

test('everybody who has the desk open is seen, with the story they show, by name, and goes when they go', async () => {
  const sub = await desk.signIn(SUB)
  await until(
    () => hereOf(sub),
    [
      [REPORTER.id, null],
      [SUB.id, null],
    ],
  )
  const id = await storyOf(rita.backend)
  let calls = 0
  const stop = sub.presence?.subscribe(() => {
    calls += 1
  })
  rita.backend.presence?.show(id)
  await until(
    () => hereOf(sub),
    [
      [REPORTER.id, id],
      [SUB.id, null],
    ],
  )
  expect(calls).toBeGreaterThan(0)
  stop?.()
  await rita.backend.close()
  await until(() => hereOf(sub), [[SUB.id, null]])
})

test('who was here is there again when the way to the server is, and nobody is while it isn’t', async () => {
  const sub = await desk.signIn(SUB)
  const id = await storyOf(rita.backend)
  rita.backend.presence?.show(id)
  way.cut()
  await until(() => hereOf(sub), [[SUB.id, null]])
  await until(() => hereOf(rita.backend).filter(([person]) => person !== REPORTER.id), [])
  way.mend()
  await until(
    () => hereOf(sub),
    [
      [REPORTER.id, id],
      [SUB.id, null],
    ],
  )
  expect(hereOf(rita.backend)).toContainEqual([REPORTER.id, id])
})

test('carets of others are seen in a story, one for each tab, and outlast a broken way', async () => {
  const id = await storyOf(rita.backend)
  const chief = await desk.signIn(CHIEF)
  const mine = await openIn(rita.backend, id)
  const theirs = await openIn(chief, id)
  const others = () =>
    (mine.connection.carets?.others ?? []).map(({ person, place }) => [person.id, place?.text ?? null])
  await until(others, [[CHIEF.id, null]])
  theirs.connection.carets?.place({ text: 'headline', anchor: { item: 1 }, head: { item: 2 } })
  await until(others, [[CHIEF.id, 'headline']])
  expect(mine.connection.carets?.others[0]?.place).toEqual({
    text: 'headline',
    anchor: { item: 1 },
    head: { item: 2 },
  })
  mine.connection.carets?.place({ text: 'body', anchor: null, head: null })
  await until(() => theirs.connection.carets?.others.map(({ place }) => place?.text), ['body'])
  way.cut()
  await until(() => theirs.connection.carets?.others, [])
  way.mend()
  await until(() => theirs.connection.carets?.others.map(({ place }) => place?.text), ['body'])
  await until(others, [[CHIEF.id, 'headline']])
  await theirs.connection.close()
  await until(others, [])
})

test('a picture that is put while the server can’t be reached is shown from here, and sent later', async () => {
  const bytes = pngOf(40_000, 5)
  const picture = new Blob([bytes], { type: 'image/png' })
  way.cut()
  await until(() => rita.backend.link?.isUp, false)
  const shares: number[] = []
  const { hash } = valueOf(await rita.backend.putPicture(picture, (share) => shares.push(share)))
  expect(hash).toBe(await hashOf(await picture.arrayBuffer()))
  expect(shares.at(-1)).toBe(1)
  expect(valueOf(await rita.backend.picture(hash))?.size).toBe(bytes.length)
  const sub = await desk.signIn(SUB)
  expect(valueOf(await sub.picture(hash))).toBeNull()
  way.mend()
  await until(async () => valueOf(await sub.picture(hash))?.size, bytes.length)
})

test('what is no picture is refused with words, wherever the server is', async () => {
  const answer = await rita.backend.putPicture(new Blob(['no picture'], { type: 'image/png' }))
  expect(answer).toMatchObject({ ok: false, reason: 'invalid' })
})
