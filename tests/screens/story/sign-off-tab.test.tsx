// @vitest-environment jsdom
import { act, configure, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { BLANK_SIGN_OFF } from '../../../src/store/sign-off-state.ts'
import type { Jump, SignOffItem } from '../../../src/domain/sign-off-item.ts'
import { plainSpans } from '../../../src/domain/story-content.ts'
import { violations } from '../../ui/violations.ts'
import { content, stageStory, textbox, type StoryStage } from './story-stage.tsx'

// Whole pages, with many hands at once on a slow machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })

const PICTURE = { id: 'p', hash: '', alt: 'A quay', caption: plainSpans('The quay'), credit: '', crop: null }
const STORY = content({
  headline: plainSpans('Harbour reopens'),
  body: [
    { kind: 'paragraph', level: 0, spans: plainSpans('It did.') },
    { kind: 'paragraph', level: 0, spans: plainSpans('It cost TK pounds.') },
  ],
  photos: [PICTURE],
  authors: [{ id: 'a', name: 'TK', role: '' }],
  fields: { lead: 'p', place: 'Hull TK' },
})

const tab = (name: RegExp): HTMLElement => screen.getByRole('tab', { name })

async function signOff(stage: StoryStage): Promise<void> {
  await stage.user.click(tab(/^Sign-off/u))
  await screen.findAllByRole('heading', { name: /warnings?$|stops?$/u, level: 2 })
}

/** Goes to an item of the list and says what has the focus then. */
async function goTo(stage: StoryStage, message: string | RegExp): Promise<Element | null> {
  await signOff(stage)
  await stage.user.click(screen.getByRole('button', { name: message }))
  return document.activeElement
}

describe('the sign-off tab', () => {
  it('lists stops and warnings in words, and counts the stops on its label', async () => {
    const stage = await stageStory(content({ ...STORY, headline: [], authors: [] }))
    await vi.waitFor(() => expect(tab(/^Sign-off/u)).toHaveTextContent('Sign-off2'), { timeout: 10_000 })
    await signOff(stage)
    const stops = within(screen.getByRole('region', { name: '2 stops' }))
    expect(stops.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'There is no headline.',
      'Nobody is named in the byline.',
    ])
    const warnings = within(screen.getByRole('region', { name: '3 warnings' }))
    expect(warnings.getAllByRole('button')).toHaveLength(3)
    expect(await violations()).toEqual([])
  })

  it('follows the text', async () => {
    const stage = await stageStory(content({ ...STORY, headline: [] }))
    await signOff(stage)
    act(() => stage.open().session.doc.getText('headline').insert(0, 'Harbour'))
    await vi.waitFor(() => expect(screen.queryByText('There is no headline.')).toBeNull(), {
      timeout: 10_000,
    })
  })

  it('says who approves', async () => {
    const stage = await stageStory(STORY)
    await signOff(stage)
    expect(screen.getByText(/only one that is in review can be approved/u)).toBeVisible()
  })

  it('says that all is well', async () => {
    const stage = await stageStory(STORY)
    stage.setOpen({ signOff: BLANK_SIGN_OFF })
    await stage.user.click(tab(/^Sign-off/u))
    expect(await screen.findByText('Nothing stands in the way of approval.')).toBeVisible()
    expect(await violations()).toEqual([])
  })
})

describe('each item leads to its place', () => {
  it('a word of the body', async () => {
    const stage = await stageStory(STORY)
    const focused = await goTo(stage, 'Still to come in the body: “It cost TK pounds.”')
    expect(focused).toBe(textbox('Body'))
    expect(document.getSelection()?.anchorNode?.textContent).toContain('It cost')
    expect(tab(/^Sign-off/u)).toHaveAttribute('aria-selected', 'true')
  })

  it('a field, on the tab that has it', async () => {
    const stage = await stageStory(STORY)
    expect(await goTo(stage, 'Still to come in the dateline: “Hull TK”')).toBe(textbox('Place'))
    expect(tab(/^Story/u)).toHaveAttribute('aria-selected', 'true')
  })

  it('an author’s name', async () => {
    const stage = await stageStory(STORY)
    expect(await goTo(stage, 'Still to come in the byline: “TK”')).toBe(textbox('Name'))
  })

  it('a field of a photo', async () => {
    const stage = await stageStory(STORY)
    expect(await goTo(stage, 'The picture has no credit.')).toBe(textbox('Credit'))
  })

  const places: readonly [string, Jump, string][] = [
    ['the headline', { to: 'text', text: 'headline' }, 'Headline'],
    ['a caption', { to: 'text', text: 'caption:p', at: { block: 0, offset: 4 } }, 'Caption'],
    ['the dateline', { to: 'panel', panel: 'dateline' }, 'Place'],
    ['the slug', { to: 'field', field: 'slug' }, 'Slug'],
    ['the alt text', { to: 'field', field: 'photo:p:alt' }, 'Alt text'],
    ['a field that has no box of its own', { to: 'field', field: 'lead' }, 'Alt text'],
  ]
  it.each(places)('%s', async (_what, jump, name) => {
    const stage = await stageStory(STORY)
    const item: SignOffItem = { check: 'made up', level: 'warning', message: 'Go there.', jump }
    stage.setOpen({ signOff: { ...BLANK_SIGN_OFF, items: [item] } })
    expect(await goTo(stage, 'Go there.')).toBe(textbox(name))
  })

  const tabs: readonly [Jump, RegExp][] = [
    [{ to: 'suggestion', id: 's' }, /^Changes/u],
    [{ to: 'thread', id: 't' }, /^Comments/u],
  ]
  it.each(tabs)('%o', async (jump, name) => {
    const stage = await stageStory(STORY)
    const item: SignOffItem = { check: 'made up', level: 'stop', message: 'Go there.', jump }
    stage.setOpen({ signOff: { ...BLANK_SIGN_OFF, items: [item] } })
    await goTo(stage, 'Go there.')
    expect(tab(name)).toHaveAttribute('aria-selected', 'true')
  })
})

describe('from another tab', () => {
  it('a click on the proof leads to the panel', async () => {
    const stage = await stageStory(STORY)
    await signOff(stage)
    await stage.user.click(screen.getByTitle('Go to the headline'))
    expect(document.activeElement).toBe(textbox('Headline'))
  })
})
