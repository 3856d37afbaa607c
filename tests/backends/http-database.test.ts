import 'fake-indexeddb/auto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withPostgres } from '../server/services/with-databases.ts'
import type { DeskServer } from './http/http-desk.ts'
import { startDeskServer } from './http/http-desk.ts'
import { CHIEF, contentOf, headlineOf, openIn, REPORTER, storyOf, type, valueOf } from './test-desk.ts'

withPostgres('a database that is restarted', (postgres) => {
  let running: DeskServer
  beforeAll(async () => {
    running = await startDeskServer({ url: await postgres().create('restarted'), poolSize: 5 })
  }, 60_000)
  afterAll(() => running.stop())

  test.each(['fast', 'immediate'] as const)(
    '%s, while people write, costs no word and doubles none',
    async (how) => {
      const desk = await running.makeDesk()
      const rita = await desk.signIn(REPORTER)
      const carla = await desk.signIn(CHIEF)
      const id = await storyOf(rita, contentOf('A'))
      const one = await openIn(rita, id)
      const two = await openIn(carla, id)
      const words: string[] = []
      const write = (): void => {
        const word = `<${words.length}>`
        words.push(word)
        type(words.length % 2 === 0 ? one.doc : two.doc, word)
      }
      for (let round = 0; round < 3; round++) {
        for (let count = 0; count < 10; count++) write()
        const restarted = postgres().restart(how)
        for (let count = 0; count < 10; count++) {
          write()
          await new Promise((resolve) => setImmediate(resolve))
        }
        await restarted
      }
      const states = (): readonly string[] => [one, two].map(({ connection }) => connection.state.kind)
      await expect.poll(states, { timeout: 20_000 }).toEqual(['saved', 'saved'])
      const fresh = await desk.signIn(CHIEF)
      const stored = headlineOf((await openIn(fresh, id)).doc)
      expect(words.filter((word) => stored.split(word).length !== 2)).toEqual([])
      await expect.poll(() => [headlineOf(one.doc), headlineOf(two.doc)]).toEqual([stored, stored])
      expect(valueOf(await fresh.events(id))).toHaveLength(1)
      await desk.end()
    },
  )
})
