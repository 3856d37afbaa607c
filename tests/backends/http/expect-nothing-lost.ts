import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Backend, Outcome } from '../../../src/backends/backend.ts'
import { contentOf, headlineOf, openIn, storyOf, type, valueOf } from '../test-desk.ts'

/**
 * People write in one story, and keep versions of it, while so many times, at random moments, `kill` kills something and brings it
 * back. At the end everything is there, and once. `fresh` is somebody who comes only then.
 */
export async function expectNothingLost(
  tabs: readonly Backend[],
  fresh: () => Backend,
  kills: number,
  kill: (count: number) => Promise<void>,
): Promise<void> {
  const [first] = tabs
  if (!first) throw new Error('nobody works')
  const id = await storyOf(first, contentOf('A'))
  const opened = await Promise.all(tabs.map((tab) => openIn(tab, id)))
  const states = (): readonly string[] => opened.map(({ connection }) => connection.state.kind)
  const words: string[] = []
  const acts: { readonly name: string; readonly outcome: Promise<Outcome<unknown>> }[] = []
  const desk = { isOpen: true }
  let caught = 0
  const writing = (async () => {
    for (let count = 0; desk.isOpen; count++) {
      const word = `<${count}>`
      const writer = opened[count % opened.length]
      if (writer) type(writer.doc, word)
      words.push(word)
      if (count % 40 === 0) {
        const name = `version ${count}`
        acts.push({ name, outcome: first.act(id, { type: 'keep version', name }) })
      }
      await pause(8)
    }
  })()
  let seed = 20_261_126
  for (let count = 0; count < kills; count++) {
    seed = (seed * 16_807) % 2_147_483_647
    await expect.poll(() => states().includes('offline'), { timeout: 20_000, interval: 5 }).toBe(false)
    await pause(seed % 200)
    if (states().includes('saving')) caught += 1
    await kill(count)
  }
  desk.isOpen = false
  await writing
  await expect.poll(states, { timeout: 20_000, interval: 20 }).toEqual(tabs.map(() => 'saved'))
  const done: string[] = []
  for (const { name, outcome } of acts) if ((await outcome).ok) done.push(name)

  const late = fresh()
  const stored = headlineOf((await openIn(late, id)).doc)
  const wrong = words.filter((word) => stored.split(word).length !== 2)
  expect([wrong, words.length > 5 * kills, caught > kills / 4]).toEqual([[], true, true])
  await expect.poll(() => opened.map(({ doc }) => headlineOf(doc))).toEqual(tabs.map(() => stored))
  const names = valueOf(await late.versions(id)).map(({ name }) => name)
  expect(names).toHaveLength(new Set(names).size)
  expect(done.filter((name) => !names.includes(name))).toEqual([])
  expect(tabs.map(({ link }) => link?.unsent)).toEqual(tabs.map(() => 0))
}
