// @vitest-environment jsdom
import { act, configure, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { readContent } from '../../../src/domain/read-content.ts'
import { plainSpans, type StoryContent } from '../../../src/domain/story-content.ts'
import { violations } from '../../ui/violations.ts'
import { content, IDA, JANE, KIT, stageStory, textbox, type StoryStage } from './story-stage.tsx'

vi.setConfig({ testTimeout: 60_000 })
// Parts that are loaded when first seen take their time on a busy machine.
configure({ asyncUtilTimeout: 20_000 })
const PATIENT = { timeout: 20_000 }

const STORY: StoryContent = content({
  headline: plainSpans('Harbor vote ends walkout'),
  body: [{ kind: 'paragraph', level: 0, spans: plainSpans('Dockers voted on Tuesday.') }],
  authors: [{ id: 'a', name: 'Jane Doe', role: '' }],
  fields: { slug: 'rotterdam', keywords: ['ports'] },
})

/** Writes into the open story as a person in another tab would, whose suggestions come over the wire. */
function suggest(stage: StoryStage, write: (stage: StoryStage) => void): void {
  act(() => write(stage))
}

/** The sub-editor on the page has suggested a word in the body, one in the headline and another slug. */
function suggestThree(stage: StoryStage): void {
  suggest(stage, ({ store, id, open }) => {
    const { doc, undo, suggester } = open().session
    doc.transact(() => {
      suggester.enter(suggester.newSuggestion())
      doc.getText('body').insert(8, ' have')
    }, undo.origin)
    doc.transact(() => {
      const headline = doc.getText('headline')
      const one = suggester.newSuggestion()
      suggester.enter(one)
      headline.insert(6, 'Harbour')
      suggester.delete(headline, 0, 6, one)
    }, undo.origin)
    store.actions.setField(id, 'slug', 'strike')
  })
}

async function staged(): Promise<StoryStage> {
  const stage = await stageStory(STORY, { becomes: KIT })
  suggestThree(stage)
  return stage
}

/** The same, looked at by the reporter, who decides. */
async function stagedForJane(): Promise<StoryStage> {
  const stage = await staged()
  act(() => stage.store.actions.flush())
  await settled(() => expect(stage.open().save.kind).toBe('saved'))
  act(() => stage.store.actions.become(JANE.id))
  await settled(() => expect(stage.open().access.right).toBe('edit'))
  await settled(() => expect(stage.open().suggestions).toHaveLength(3))
  return stage
}

async function openTab({ user }: StoryStage): Promise<void> {
  await user.click(screen.getByRole('tab', { name: 'Changes' }))
  await screen.findByText(/^(Nothing is suggested\.|\d+ changes?)$/u)
}

const rows = (): readonly HTMLElement[] =>
  within(screen.getByRole('list', { name: 'Open suggestions' })).queryAllByRole('listitem')
const firstButton = (name: RegExp): HTMLElement => {
  const [button] = screen.getAllByRole('button', { name })
  if (!button) throw new Error(`No button ${name.source}`)
  return button
}
const settled = (check: () => void): Promise<void> => act(() => vi.waitFor(check, PATIENT))

describe('the list of changes', () => {
  it('has every suggestion in reading order: who, where, before and after', async () => {
    const stage = await stagedForJane()
    await openTab(stage)
    const said = rows().map((row) => row.textContent.replaceAll(/\s+/gu, ' '))
    expect(said[0]).toMatch(/^Kit Marsh.*Headline.*Takes out: Harbor.*Puts in: Harbour/u)
    expect(said[1]).toMatch(/^Kit Marsh.*Body.*Puts in: have/u)
    expect(said[2]).toMatch(/^Kit Marsh.*Slug.*Takes out: rotterdam.*Puts in: strike/u)
    expect(rows()[0]?.querySelector('del')).toHaveTextContent('Harbor')
    expect(await violations(screen.getByRole('tabpanel'))).toEqual([])
  })

  it('says that nothing is suggested', async () => {
    const stage = await stageStory(STORY)
    await openTab(stage)
    expect(screen.getByText('Nothing is suggested.')).toBeVisible()
  })

  it('is filtered by person and by kind, and “all” means what is shown', async () => {
    const stage = await stagedForJane()
    await openTab(stage)
    await stage.user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Fields')
    expect(rows()).toHaveLength(1)
    await stage.user.click(screen.getByRole('button', { name: 'Reject all shown' }))
    await settled(() => expect(stage.open().suggestions).toHaveLength(2))
    expect(rows()).toHaveLength(2)
    await stage.user.selectOptions(screen.getByRole('combobox', { name: 'By' }), 'Kit Marsh')
    await stage.user.click(screen.getByRole('button', { name: 'Accept all of Kit Marsh' }))
    await settled(() => expect(stage.open().suggestions).toEqual([]))
    expect(stage.says()).toMatchObject({
      headline: plainSpans('Harbour vote ends walkout'),
      fields: { slug: 'rotterdam' },
    })
  })

  it('goes from row to row by the arrows', async () => {
    const stage = await stagedForJane()
    await openTab(stage)
    const ways = screen.getAllByTitle('Go to it in the story')
    act(() => ways[0]?.focus())
    await stage.user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(ways[2]).toHaveFocus()
    await stage.user.keyboard('{Home}')
    expect(ways[0]).toHaveFocus()
  })
})

describe('decisions', () => {
  it('on one, with a reason: it goes, and stands below as decided', async () => {
    const stage = await stagedForJane()
    await openTab(stage)
    await stage.user.click(screen.getAllByTitle('Go to it in the story')[1] ?? document.body)
    await stage.user.type(
      await screen.findByRole('textbox', { name: 'Reason for the decision (optional)' }),
      'Tense',
    )
    await stage.user.click(screen.getByRole('button', { name: /^Reject: .*have/u }))
    await settled(() => expect(stage.open().suggestions).toHaveLength(2))
    const decided = await screen.findByRole('region', { name: 'Decided' })
    expect(decided).toHaveTextContent(/Rejectedby Jane Doe.*Body.*have.*Suggested by Kit Marsh.*Tense/u)
    expect(readContent(stage.open().session.doc).body).toEqual(STORY.body)
  })

  it('by keyboard the focus goes on to the next change', async () => {
    const stage = await stagedForJane()
    await openTab(stage)
    act(() => firstButton(/^Accept: /u).focus())
    await stage.user.keyboard('{Enter}')
    await settled(() => expect(rows()).toHaveLength(2))
    await settled(() => expect(screen.getAllByTitle('Go to it in the story')[0]).toHaveFocus())
  })

  it('on a selection, made with Shift too', async () => {
    const stage = await stagedForJane()
    await openTab(stage)
    const boxes = screen.getAllByRole('checkbox')
    await stage.user.click(boxes[0] ?? document.body)
    await stage.user.keyboard('{Shift>}')
    await stage.user.click(boxes[2] ?? document.body)
    await stage.user.keyboard('{/Shift}')
    expect(boxes.every((box) => (box as HTMLInputElement).checked)).toBe(true)
    await stage.user.click(boxes[1] ?? document.body)
    await stage.user.click(screen.getByRole('button', { name: 'Accept 2 selected' }))
    await settled(() => expect(rows()).toHaveLength(1))
    expect(rows()[0]).toHaveTextContent('Body')
    expect(stage.store.getState().notices).toMatchObject([{ text: '2 suggestions accepted.' }])
  })

  it('are undone like everything else, and the list has them again', async () => {
    const stage = await stagedForJane()
    await openTab(stage)
    await stage.user.click(screen.getByRole('button', { name: 'Accept all' }))
    await settled(() => expect(stage.open().suggestions).toEqual([]))
    await screen.findByRole('region', { name: 'Decided' })
    act(() => stage.store.actions.undo(stage.id))
    expect(rows()).toHaveLength(3)
    await settled(() => expect(screen.queryByRole('region', { name: 'Decided' })).toBeNull())
  })

  it('are not for whoever may only suggest, but to take their own back', async () => {
    const stage = await staged()
    await openTab(stage)
    const accept = firstButton(/^Accept: /u)
    expect(accept).toHaveAttribute('aria-disabled', 'true')
    expect(accept).toHaveAccessibleDescription(/^Only its reporters and a chief edit this draft\./u)
    await stage.user.click(accept)
    expect(stage.open().deciding).toEqual([])
    expect(screen.getByRole('button', { name: 'Withdraw all' })).toBeEnabled()
    await stage.user.click(firstButton(/^Withdraw: /u))
    await settled(() => expect(stage.open().suggestions).toHaveLength(2))
    expect(await screen.findByRole('region', { name: 'Decided' })).toHaveTextContent(/^DecidedWithdrawn/u)
  })

  it('are not for whoever may only read, who sees all of it', async () => {
    const stage = await staged()
    act(() => stage.store.actions.flush())
    await settled(() => expect(stage.open().save.kind).toBe('saved'))
    act(() => stage.store.actions.become(IDA.id))
    await settled(() => expect(stage.open().access.right).toBe('comment'))
    await settled(() => expect(stage.open().suggestions).toHaveLength(3))
    await openTab(stage)
    expect(rows()).toHaveLength(3)
    for (const button of screen.getAllByRole('button', { name: /^(Accept|Reject): / }))
      expect(button).toHaveAttribute('aria-disabled', 'true')
    expect(screen.getByRole('button', { name: 'Suggesting' })).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('keys of the page', () => {
  it('F8 goes through the changes, and two keys decide on the one that is marked', async () => {
    const stage = await stagedForJane()
    await openTab(stage)
    await stage.user.keyboard('{F8}')
    await settled(() => expect(rows()[0]).toHaveAttribute('data-active'))
    await stage.user.keyboard('{F8}{F8}')
    await settled(() => expect(rows()[2]).toHaveAttribute('data-active'))
    await stage.user.keyboard('{Shift>}{F8}{/Shift}')
    await settled(() => expect(rows()[1]).toHaveAttribute('data-active'))
    await stage.user.keyboard('{Control>}{Alt>}{Enter}{/Alt}{/Control}')
    await settled(() => expect(rows()).toHaveLength(2))
    expect(stage.says().body).toMatchObject([{ spans: [{ text: 'Dockers have voted on Tuesday.' }] }])
  })

  it('Ctrl+Alt+S switches suggesting, where there is a choice', async () => {
    const stage = await stageStory(STORY)
    const button = screen.getByRole('button', { name: 'Suggesting' })
    expect(button).toHaveAttribute('aria-pressed', 'false')
    act(() => textbox('Slug').focus())
    await stage.user.keyboard('{Control>}{Alt>}s{/Alt}{/Control}')
    expect(button).toHaveAttribute('aria-pressed', 'true')
    expect(textbox('Slug')).toHaveValue('rotterdam')
    await stage.user.click(button)
    expect(stage.open().suggesting).toBe(false)
  })
})

describe('what is suggested for fields', () => {
  it('stands in one’s own input, with what stands beneath it, and is withdrawn there', async () => {
    const stage = await stageStory(STORY, { becomes: KIT })
    await stage.user.clear(textbox('Slug'))
    await stage.user.type(textbox('Slug'), 'strike')
    expect(textbox('Slug')).toHaveValue('strike')
    expect(stage.open().fields.slug).toBe('rotterdam')
    const group = screen.getByRole('group', { name: 'Suggested for slug' })
    expect(group.querySelector('del')).toHaveTextContent('rotterdam')
    expect(group.querySelector('ins')).toHaveTextContent('strike')
    await stage.user.click(within(group).getByRole('button', { name: /^Withdraw/ }))
    await settled(() => expect(textbox('Slug')).toHaveValue('rotterdam'))
  })

  it('leaves the input of whoever edits as it stands, and is accepted there', async () => {
    const stage = await stagedForJane()
    expect(textbox('Slug')).toHaveValue('rotterdam')
    const group = screen.getByRole('group', { name: 'Suggested for slug' })
    await stage.user.click(within(group).getByRole('button', { name: 'Accept: Slug, by Kit Marsh' }))
    await settled(() => expect(textbox('Slug')).toHaveValue('strike'))
    expect(screen.queryByRole('group', { name: 'Suggested for slug' })).toBeNull()
  })

  it('shows an added author, and one to be taken out, until that is decided', async () => {
    const stage = await stageStory(STORY, { becomes: KIT })
    await stage.user.click(screen.getByRole('button', { name: 'Add author' }))
    await stage.user.keyboard('Piet Smit')
    await stage.user.click(screen.getByRole('button', { name: 'Remove Jane Doe' }))
    const groups = screen.getAllByRole('group', { name: 'Suggested for author' })
    expect(groups.map((group) => group.textContent)).toEqual([
      expect.stringContaining('Author to be taken out'),
      expect.stringContaining('Author added'),
    ])
    expect(screen.getAllByText('By Piet Smit')).toHaveLength(2)
    expect(readContent(stage.open().session.doc, 'was').authors).toMatchObject([{ name: 'Jane Doe' }])
    expect(await violations(screen.getByRole('group', { name: 'Byline' }))).toEqual([])
  })
})

describe('the views', () => {
  it('show the story as it was and as it will be, read-only, fields too', async () => {
    const stage = await stagedForJane()
    await stage.user.click(screen.getByRole('radio', { name: 'As it was' }))
    expect(await screen.findByRole('heading', { name: 'Harbor vote ends walkout' })).toBeVisible()
    expect(screen.queryByRole('textbox', { name: 'Body' })).toBeNull()
    const fields = await screen.findByLabelText('Fields as they were')
    expect(within(fields).getByText('rotterdam')).toBeVisible()
    await stage.user.click(screen.getByRole('radio', { name: 'As it will be' }))
    expect(await screen.findByRole('heading', { name: 'Harbour vote ends walkout' })).toBeVisible()
    expect(within(await screen.findByLabelText('Fields as they will be')).getByText('strike')).toBeVisible()
    await stage.user.click(screen.getByRole('radio', { name: 'With changes' }))
    expect(textbox('Body')).toBeVisible()
  })

  it('are there only where something is suggested', async () => {
    await stageStory(STORY)
    expect(screen.queryByRole('radio', { name: 'As it was' })).toBeNull()
  })

  it('the proof marks what is suggested in the headline', async () => {
    await stagedForJane()
    const heading = screen.getByRole('heading', { level: 1 })
    expect(heading.querySelector('del')).toHaveTextContent('Harbor')
    expect(heading.querySelector('ins')).toHaveTextContent('Harbour')
  })
})

it('the way to a field leads out of a view that is only read', async () => {
  const stage = await stagedForJane()
  await stage.user.click(screen.getByRole('radio', { name: 'As it was' }))
  await openTab(stage)
  await stage.user.click(within(rows()[2] ?? document.body).getByTitle('Go to it in the story'))
  await settled(() => expect(textbox('Slug')).toHaveFocus())
  expect(stage.open().view).toBe('changes')
})
