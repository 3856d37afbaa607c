// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { caretRoom } from '../../backends/presence-room.ts'
import { violations } from '../../ui/violations.ts'
import { content, IDA, JANE, KIT, stageStory } from '../story/story-stage.tsx'

vi.setConfig({ testTimeout: 30_000 })

/** It is loaded with the story, and its list when it is first opened. */
const LOADED = { timeout: 20_000 }

const place = (text: string) => ({ text, anchor: null, head: null })

async function together() {
  const desk = await stageStory(content({ headline: [{ text: 'Harbour vote', marks: {} }] }))
  const room = caretRoom()
  const [ida, kit] = [room.enter(IDA), room.enter(KIT)]
  desk.setOpen({ carets: room.enter(JANE) })
  desk.set({
    here: [
      { person: IDA, story: desk.id },
      { person: JANE, story: desk.id },
      { person: KIT, story: desk.id },
    ],
  })
  await screen.findByRole('button', { name: /Here now/ }, LOADED)
  return { ...desk, ida, kit }
}

test('who else is here is said beside the story, and where each of them writes', async () => {
  const { user, ida } = await together()
  ida.place(place('headline'))
  await user.click(screen.getByRole('button', { name: 'Here now: Ida Berg and Kit Marsh' }))
  const list = within(await screen.findByRole('list', { name: 'Here now' }, LOADED))
  const rows = (): readonly (string | null)[] => list.getAllByRole('listitem').map((row) => row.textContent)
  expect(rows()).toEqual(['Ida Berg In the headlineJump to Ida’s caret', 'Kit Marsh In no text now'])
  act(() => ida.place(place('caption:p1')))
  expect(rows()[0]).toContain('In a caption')
  act(() => ida.place(place('no text of ours')))
  expect(rows()[0]).toBe('Ida Berg In no text now')
  expect(await violations()).toEqual([])
})

test('whoever has a hand in the story and is here is shown once', async () => {
  const { set, id } = await together()
  const bar = within(screen.getByRole('banner', { name: 'Story' }))
  const faces = (): readonly string[] =>
    [...bar.getByRole('button', { name: /Here now/ }).querySelectorAll('[data-letters]')].map(
      (face) => face.getAttribute('data-letters') ?? '',
    )
  expect(faces()).toEqual(['IB', 'KM'])
  expect(bar.getByTitle(JANE.name)).toBeInTheDocument()
  set({ here: [{ person: KIT, story: id }] })
  expect(faces()).toEqual(['KM'])
})

test('nothing is said where nobody else is, or they are elsewhere', async () => {
  const { set, id } = await stageStory()
  for (const here of [[], [{ person: JANE, story: id }], [{ person: KIT, story: 'another' }]]) {
    set({ here })
    expect(screen.queryByRole('button', { name: /Here now/ })).toBeNull()
  }
  // Nor is anything drawn over the texts of a desk that is one browser's.
  expect(document.querySelector('[data-carets]')).toBeNull()
})

test('the open list goes when the last of them does', async () => {
  const { user, set } = await together()
  await user.click(screen.getByRole('button', { name: /Here now/ }))
  await screen.findByRole('list', { name: 'Here now' }, LOADED)
  set({ here: [] })
  await waitFor(() => {
    expect(screen.queryByRole('list', { name: 'Here now' })).toBeNull()
  })
})
