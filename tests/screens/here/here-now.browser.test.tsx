import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import * as Y from 'yjs'
import { createMemoryBackend, createMemoryDesk } from '../../../src/backends/memory.ts'
import { BLANK_CONTENT } from '../../../src/domain/story-content.ts'
import type { Person } from '../../../src/domain/person.ts'
import type { TextName } from '../../../src/domain/story-doc.ts'
import { StoryPage } from '../../../src/screens/story/story-page.tsx'
import type { Effects } from '../../../src/store/desk-effects.ts'
import { runEffects } from '../../../src/store/desk-effects.ts'
import { createDeskStore } from '../../../src/store/desk-store.ts'
import { DeskProvider } from '../../../src/store/use-desk.ts'
import '../../../src/ui/base.css'
import { presentBackend } from '../../backends/present-backend.ts'
import { caretRoom, presenceRoom } from '../../backends/presence-room.ts'

const SUSAN: Person = { id: 'susan', name: 'Susan Sub', role: 'chief' }
const RITA: Person = { id: 'rita', name: 'Rita Reporter', role: 'reporter' }
const ID = '0192f000-0000-7000-8000-000000000001'
const LONG = Array.from({ length: 80 }, (_, k) => `Paragraph ${k} of a long story`)

let effects: Effects | null = null
afterEach(async () => {
  cleanup()
  await effects?.stop()
  effects = null
})

/** Susan's page of a long story that Rita has open, too. */
async function together(width: number) {
  await page.viewport(width, 780)
  const [desk, room] = [presenceRoom(), caretRoom()]
  const rita = { ...desk.enter(RITA), carets: room.enter(RITA) }
  const backend = presentBackend(
    createMemoryBackend(createMemoryDesk(), { now: () => new Date('2026-11-24T09:00:00Z') }),
    desk.enter(SUSAN),
    () => room.enter(SUSAN),
  )
  let made = 0
  const ids = { story: () => ID, random: () => `made-${(made += 1)}` }
  const store = createDeskStore(ids)
  effects = runEffects(store, backend, ids, {
    later(work) {
      queueMicrotask(work)
      return () => undefined
    },
  })
  store.actions.savePerson(SUSAN, true)
  await effects.settle()
  const body = LONG.map((text) => ({ kind: 'paragraph', level: 0, spans: [{ text, marks: {} }] }) as const)
  store.actions.importStory(
    { ...BLANK_CONTENT, headline: [{ text: 'Harbour vote', marks: {} }], body },
    null,
    [],
  )
  await effects.settle()
  const { hook, searchHook } = memoryLocation({ path: `/stories/${ID}` })
  render(
    <DeskProvider store={store}>
      <Router hook={hook} searchHook={searchHook}>
        <StoryPage id={ID} />
      </Router>
    </DeskProvider>,
  )
  await expect.element(page.getByRole('textbox', { name: 'Body' })).toBeVisible()
  rita.show(ID)
  return {
    store,
    /** Puts Rita's caret behind so many units of a text. */
    write: (text: TextName, index: number): void => {
      const story = store.getState().stories[ID]
      if (story?.phase !== 'open') throw new Error('The story is not open')
      const at: unknown = Y.relativePositionToJSON(
        Y.createRelativePositionFromTypeIndex(story.session.doc.getText(text), index, -1),
      )
      rita.carets.place({ text, anchor: at, head: at })
    },
  }
}

const caret = (): HTMLElement | null => document.querySelector('[data-caret]')

test.each([1280, 390])('at a width of %d one gets to where somebody writes', async (width) => {
  const { write, store } = await together(width)
  // Behind "Paragraph 60", far below.
  const before = LONG.slice(0, 60).reduce((sum, words) => sum + words.length + 1, 1)
  write('body', before + 'Paragraph 60'.length)
  await expect.poll(() => caret()?.dataset['name']).toBe(RITA.name)
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  const button = page.getByRole('button', { name: 'Here now: Rita Reporter' })
  await expect.element(button).toBeVisible()
  await userEvent.click(button)
  await userEvent.click(page.getByRole('button', { name: 'Jump to Rita’s caret' }))
  await expect.element(page.getByRole('textbox', { name: 'Body' })).toHaveFocus()
  await expect
    .poll(() => {
      const { top = -1, bottom = 9999 } = caret()?.getBoundingClientRect() ?? {}
      return top > 0 && bottom < 780
    })
    .toBe(true)
  // One's own caret is there, too.
  await userEvent.keyboard('!')
  const story = store.getState().stories[ID]
  const text = story?.phase === 'open' ? story.session.doc.getText('body').toJSON() : ''
  expect(text).toContain('Paragraph 60! of a long story')
})

test('one gets to another text, from whatever tab of the side', async () => {
  const { write } = await together(1280)
  write('headline', 7)
  await userEvent.click(page.getByRole('tab', { name: 'Comments' }))
  await userEvent.click(page.getByRole('button', { name: /^Here now/ }))
  await userEvent.click(page.getByRole('button', { name: 'Jump to Rita’s caret' }))
  await expect.element(page.getByRole('textbox', { name: 'Headline' })).toHaveFocus()
  await expect.poll(() => caret()?.hasAttribute('data-fresh')).toBe(true)
})
