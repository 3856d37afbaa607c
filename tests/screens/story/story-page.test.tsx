// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react'
import { Router } from 'wouter'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainSpans } from '../../../src/domain/story-content.ts'
import { StoryPage } from '../../../src/screens/story/story-page.tsx'
import { createDeskStore } from '../../../src/store/desk-store.ts'
import { BLANK_HISTORY } from '../../../src/store/story-history.ts'
import type { StoryState } from '../../../src/store/desk-state.ts'
import { DeskProvider } from '../../../src/store/use-desk.ts'
import { violations } from '../../ui/violations.ts'
import { record } from '../stage.tsx'
import { content, IDA, stageStory, textbox } from './story-stage.tsx'

vi.setConfig({ testTimeout: 30_000 })

const FULL = content({
  headline: plainSpans('Harbour vote ends walkout'),
  dek: plainSpans('By a narrow margin'),
  body: [{ kind: 'paragraph', level: 0, spans: plainSpans('Dockers voted TK on Tuesday.') }],
  authors: [{ id: 'a', name: 'Jane Doe', role: 'Writer' }],
  photos: [{ id: 'p', hash: '', alt: 'Cranes', credit: 'EN', crop: null, caption: plainSpans('Cranes') }],
  fields: {
    organisation: 'Example News',
    place: 'Rotterdam, Netherlands',
    date: '2026-11-24',
    source: 'EN',
    section: 'World',
    slug: 'rotterdam-strike',
    lead: 'p',
  },
})
const saveState = (): HTMLElement => screen.getByRole('status', { name: 'Save state' })

describe('the page of a story', () => {
  it('has every part under its name, and nothing that axe objects to', async () => {
    await stageStory(FULL)
    for (const name of ['Headline', 'Dek', 'Body', 'Name', 'Role', 'Organisation', 'Place', 'Date', 'Source'])
      expect(textbox(name)).toBeInTheDocument()
    for (const name of ['Alt text', 'Caption', 'Credit', 'Section', 'Slug'])
      expect(textbox(name)).toBeInTheDocument()
    for (const name of ['Byline', 'Dateline', 'Photo'])
      expect(screen.getByRole('group', { name })).toBeInTheDocument()
    expect(screen.getByRole('toolbar', { name: 'Formatting' })).toBeInTheDocument()
    expect(screen.getAllByRole('tab').map((tab) => tab.textContent)).toEqual([
      'Story',
      'Changes',
      'Comments',
      'Checks',
      'Sign-off',
    ])
    expect(saveState()).toHaveTextContent(/^Saved$/u)
    expect(await violations()).toEqual([])
  })

  it('shows headline, dek and byline over the body as a proof, and a click goes to the panel', async () => {
    const { user } = await stageStory(FULL)
    const proof = within(screen.getByRole('main'))
    expect(proof.getByRole('heading', { level: 1, name: 'Harbour vote ends walkout' })).toBeVisible()
    expect(
      proof.getByText('By Jane Doe, Example News · ROTTERDAM, Netherlands (EN) · 24 Nov 2026'),
    ).toBeVisible()
    expect(proof.getAllByRole('textbox').map((box) => box.getAttribute('aria-label'))).toEqual(['Body'])
    await user.click(proof.getByRole('button', { name: 'By a narrow margin' }))
    expect(textbox('Dek')).toHaveFocus()
  })

  it('counts words, characters, reading time and TKs', async () => {
    await stageStory(FULL)
    for (const text of ['5 words', '28 characters', '1 min read', '1 TK'])
      expect(await screen.findByText(text)).toBeInTheDocument()
  })

  it('puts the focus on the headline of a blank story, and leaves it alone otherwise', async () => {
    await stageStory()
    expect(textbox('Headline')).toHaveFocus()
  })

  it('leaves the focus alone where there are words', async () => {
    await stageStory(FULL)
    expect(document.body).toHaveFocus()
  })

  it('goes round its regions with F6, and from the side to the text with Escape', async () => {
    const { user } = await stageStory(FULL)
    const regions: (string | undefined)[] = []
    for (let presses = 0; presses < 4; presses += 1) {
      await user.keyboard('{F6}')
      regions.push(document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset['region'])
    }
    expect(regions).toEqual(['bar', 'toolbar', 'text', 'side'])
    await user.click(textbox('Slug'))
    await user.keyboard('{Escape}')
    expect(textbox('Body')).toHaveFocus()
    await user.keyboard('{F6}')
    expect(textbox('Slug')).toHaveFocus()
    await user.keyboard('{Shift>}{F6}{/Shift}')
    expect(textbox('Body')).toHaveFocus()
  })

  it('lists every shortcut of the editors', async () => {
    const { user } = await stageStory(FULL)
    await user.click(screen.getByRole('button', { name: 'Keyboard shortcuts' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' }))
    expect(dialog.getByText('Ctrl+B')).toBeVisible()
    expect(dialog.getByText('F6')).toBeVisible()
  })

  it('shows the source it was imported from, letter for letter', async () => {
    const text = 'WORLD\n\n  <b>Harbour</b> vote  \n'
    const { user } = await stageStory(FULL, { source: { name: 'wire.txt', type: 'text/plain', text } })
    await user.click(screen.getByRole('tab', { name: 'Source' }))
    const shown = await screen.findByRole('region', { name: 'Text of the source' })
    expect(shown.textContent).toBe(text)
    expect(textbox('Body')).toBeVisible()
  })
})

describe('undo', () => {
  it('goes back over fields in their order, also from a plain input, and each field is a step', async () => {
    const { user, says } = await stageStory()
    await user.type(textbox('Slug'), 'first')
    await user.type(textbox('Section'), 'World')
    await user.keyboard('{Control>}z{/Control}')
    expect(says().fields).toMatchObject({ section: '', slug: 'first' })
    await user.keyboard('{Control>}z{/Control}')
    expect(textbox('Slug')).toHaveValue('')
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(textbox('Slug')).toHaveValue('first')
    await user.keyboard('{Meta>}y{/Meta}')
    expect(textbox('Section')).toHaveValue('World')
  })

  it('has buttons that know whether there is anything to undo', async () => {
    const { user, says } = await stageStory()
    const undo = screen.getByRole('button', { name: 'Undo' })
    expect(undo).toHaveAttribute('aria-disabled', 'true')
    await user.type(textbox('Slug'), 'a')
    expect(undo).toHaveAttribute('aria-disabled', 'false')
    await user.click(undo)
    expect(says().fields.slug).toBe('')
    await user.click(screen.getByRole('button', { name: 'Redo' }))
    expect(says().fields.slug).toBe('a')
  })
})

describe('what goes out', () => {
  const saved: { name: string; file: Blob }[] = []
  beforeEach(() => {
    saved.length = 0
    let last: Blob = new Blob()
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
      last = file as Blob
      return 'blob:made'
    })
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      saved.push({ name: this.download, file: last })
    })
  })
  afterEach(() => vi.restoreAllMocks())
  if (!('createObjectURL' in URL))
    Object.assign(URL, { createObjectURL: () => '', revokeObjectURL: () => undefined })

  it.each([
    ['Download HTML', 'rotterdam-strike.html', '<h1>Harbour vote ends walkout</h1>'],
    ['Download Markdown', 'rotterdam-strike.md', '# Harbour vote ends walkout'],
    ['Download wire text', 'rotterdam-strike.txt', 'ROTTERDAM, Netherlands (EN) — Dockers voted'],
    ['Download Stet JSON', 'rotterdam-strike.json', '"text": "the wire"'],
  ])('%s', async (item, name, part) => {
    const source = { name: '', type: 'text/plain', text: 'the wire' }
    const { user } = await stageStory(FULL, { source })
    await user.click(screen.getByRole('button', { name: 'Export' }))
    await user.click(await screen.findByRole('menuitem', { name: item }))
    await act(() => vi.waitFor(() => expect(saved).toHaveLength(1), { timeout: 20_000 }))
    expect(saved[0]?.name).toBe(name)
    expect(await saved[0]?.file.text()).toContain(part)
  })

  it('waits for a picture that is still loading', async () => {
    const hash = 'ab'.repeat(32)
    const photo = { id: 'p', hash, alt: 'Cranes', credit: '', crop: null, caption: [] }
    const { user, set } = await stageStory(content({ ...FULL, photos: [photo] }))
    set({ pictures: { [hash]: { status: 'loading' } } })
    await user.click(screen.getByRole('button', { name: 'Export' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Download Stet JSON' }))
    const file = new Blob(['cranes'], { type: 'image/png' })
    set({ pictures: { [hash]: { status: 'ready', file, url: 'blob:cranes' } } })
    await act(() => vi.waitFor(() => expect(saved).toHaveLength(1), { timeout: 20_000 }))
    expect(await saved[0]?.file.text()).toContain(btoa('cranes'))
  })

  it('goes out without a picture that is gone, and says so', async () => {
    const photo = { id: 'p', hash: 'cd'.repeat(32), alt: 'Cranes', credit: '', crop: null, caption: [] }
    const { user, store } = await stageStory(content({ ...FULL, photos: [photo] }))
    await user.click(screen.getByRole('button', { name: 'Export' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Download Stet JSON' }))
    await act(() => vi.waitFor(() => expect(saved).toHaveLength(1), { timeout: 20_000 }))
    expect(store.getState().notices.map(({ text }) => text)).toEqual([
      'A picture could not be read: the file goes out without it.',
    ])
  })

  it('is copied, and said to be', async () => {
    const { user, store } = await stageStory(FULL)
    await user.click(screen.getByRole('button', { name: 'Export' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Copy as Markdown' }))
    await act(() => vi.waitFor(() => expect(store.getState().notices).toHaveLength(1), { timeout: 20_000 }))
    expect(store.getState().notices[0]?.text).toBe('Copied as Markdown.')
    expect(await navigator.clipboard.readText()).toContain('# Harbour vote ends walkout')
  })

  it('is offered when nothing can be stored', async () => {
    const { user, setOpen } = await stageStory(FULL)
    setOpen({ save: { kind: 'failed', cause: 'full', message: 'The disk is full.' } })
    expect(saveState()).toHaveTextContent(/^Not saved: The disk is full\.$/u)
    const banner = within(screen.getByRole('alert'))
    await user.click(banner.getByRole('button', { name: 'Copy text' }))
    await vi.waitFor(async () => expect(await navigator.clipboard.readText()).toContain('Dockers voted'), {
      timeout: 20_000,
    })
    await user.click(banner.getByRole('button', { name: 'Download story' }))
    await act(() =>
      vi.waitFor(() => expect(saved[0]?.name).toBe('rotterdam-strike.json'), { timeout: 20_000 }),
    )
    expect(textbox('Body')).toHaveAttribute('contenteditable', 'true')
  })
})

it('ties each length to its text', async () => {
  await stageStory(FULL)
  expect(textbox('Headline')).toHaveAccessibleDescription('25 of 90 characters')
  expect(textbox('Dek')).toHaveAccessibleDescription('18 of 140 characters')
  expect(textbox('Caption')).toHaveAccessibleDescription('6 of 180 characters')
})

describe('a spiked story', () => {
  it('is restored from its own page', async () => {
    const { user, store, id, open } = await stageStory(FULL)
    act(() => store.actions.act(id, { type: 'spike' }, ''))
    await user.click(await screen.findByRole('button', { name: 'Restore' }))
    await act(() => vi.waitFor(() => expect(open().record.status).toBe('draft'), { timeout: 20_000 }))
    await vi.waitFor(() => expect(textbox('Body')).toHaveAttribute('contenteditable', 'true'), {
      timeout: 20_000,
    })
    expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull()
  })
})

describe('a story that may not be written', () => {
  it('says why, and its fields and texts are read-only', async () => {
    await stageStory(FULL, { becomes: IDA })
    expect(saveState()).toHaveTextContent(/^Read-only: Only its reporters and a chief edit this draft/u)
    // She may comment, so that there is a caret to select words with; nothing can be written.
    for (const name of ['Headline', 'Body']) expect(textbox(name)).toHaveAttribute('aria-readonly', 'true')
    for (const name of ['Slug', 'Alt text', 'Date', 'Name']) expect(textbox(name)).toHaveAttribute('readonly')
    for (const name of ['Add author', 'Calendar', 'Remove photo'])
      expect(screen.queryByRole('button', { name })).toBeNull()
    expect(screen.queryByLabelText('Photo file')).toBeNull()
  })
})

describe('a story that doesn’t open', () => {
  function show(story: StoryState) {
    const store = createDeskStore({ story: () => 'x', random: () => 'y' })
    store.setState({ tasks: [], stories: { x: story } })
    render(
      <DeskProvider store={store}>
        <Router>
          <StoryPage id="x" />
        </Router>
      </DeskProvider>,
    )
    return store
  }

  it('says that it opens', async () => {
    show({ phase: 'opening' })
    expect(screen.getByText('Opening the story…')).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('says what is wrong with a damaged one, and gives its raw data', async () => {
    const store = show({
      phase: 'refused',
      refusal: { ok: false, reason: 'damaged', message: 'It can’t be read. All others are safe.' },
    })
    expect(screen.getByRole('alert')).toHaveTextContent('It can’t be read. All others are safe.')
    act(() => screen.getByRole('button', { name: 'Download raw data' }).click())
    expect(store.getState().tasks).toContainEqual({ type: 'load raw data', id: 'x' })
    expect(await violations()).toEqual([])
  })

  it('has nothing to rescue where there is no such story', () => {
    show({ phase: 'refused', refusal: { ok: false, reason: 'not found', message: 'It is not here.' } })
    expect(screen.queryByRole('button', { name: 'Download raw data' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Back to the desk' })).toBeVisible()
  })

  it('shows what one wrote in a story that is gone, where this browser kept it', async () => {
    const words = (text: string) => ({ ...FULL, headline: plainSpans(text) })
    const edit = { key: 'k', story: 'x', epoch: 1, by: 'kit', at: '2026-11-24T09:00:00Z' }
    const store = show({
      phase: 'refused',
      refusal: { ok: false, reason: 'not found', message: 'It is not here.' },
    })
    expect(store.getState().tasks).toContainEqual({ type: 'load late edits', id: 'x' })
    const value = [{ ...edit, base: words('Harbour'), content: words('Harbour votes'), comments: [] }]
    act(() =>
      store.setState({ histories: { x: { ...BLANK_HISTORY, lateEdits: { status: 'ready', value } } } }),
    )
    expect(await screen.findByRole('region', { name: 'Words that came too late' })).toBeVisible()
    expect(await violations()).toEqual([])
  })

  it('shows one from a newer Stet without an editor, with what it doesn’t know', async () => {
    show({
      phase: 'newer',
      record: record('x'),
      content: {
        ...FULL,
        body: [
          { kind: 'heading2', level: 0, spans: plainSpans('First cranes') },
          { kind: 'bullet', level: 1, spans: [{ text: 'deep', marks: { bold: true } }] },
          { kind: 'unknown', raw: { kind: 'poll' }, spans: plainSpans('a poll') },
          { kind: 'picture', photo: 'p' },
        ],
      },
    })
    expect(saveState()).toHaveTextContent(/^Read-only/u)
    for (const text of ['First cranes', 'deep', 'a poll', 'Picture: Cranes'])
      expect(screen.getByText(text)).toBeVisible()
    expect(document.querySelector('[contenteditable]')).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})

describe('the toolbar', () => {
  const isOff = (name: string): boolean =>
    screen.getByRole('button', { name: new RegExp(`^${name}`, 'u') }).getAttribute('aria-disabled') === 'true'

  it('is for the body again when the panel whose text had the focus is gone', async () => {
    const { user } = await stageStory(FULL)
    act(() => textbox('Headline').focus())
    await vi.waitFor(() => expect(isOff('Heading 2')).toBe(true), { timeout: 20_000 })
    await user.click(screen.getByRole('tab', { name: 'Changes' }))
    await vi.waitFor(() => expect(isOff('Heading 2')).toBe(false), { timeout: 20_000 })
  })

  it('is off as soon as the story may only be read', async () => {
    const { setOpen } = await stageStory(FULL)
    expect(isOff('Bold')).toBe(false)
    setOpen({ access: { right: 'read', why: 'It is approved.' } })
    await vi.waitFor(() => expect(isOff('Bold')).toBe(true), { timeout: 20_000 })
  })
})
