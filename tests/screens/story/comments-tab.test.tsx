// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import type { Editor } from '@tiptap/core'
import { describe, expect, it, vi } from 'vitest'
import { plainSpans } from '../../../src/domain/story-content.ts'
import { readThreads } from '../../../src/domain/threads/read-threads.ts'
import type { ThreadAnchor } from '../../../src/domain/threads/thread.ts'
import type { EditorHost } from '../../../src/editor/editor-host.ts'
import { hostOf } from '../../../src/editor/keys.ts'
import { Replies } from '../../../src/screens/story/comments/replies.tsx'
import { DeskProvider } from '../../../src/store/use-desk.ts'
import { signs, words } from '../../domain/threads/threaded.ts'
import { violations } from '../../ui/violations.ts'
import { content, JANE, KIT, stageStory, textbox, type StoryStage } from './story-stage.tsx'

vi.setConfig({ testTimeout: 30_000 })

const STORY = content({
  headline: plainSpans('Harbour vote'),
  body: [{ kind: 'paragraph', level: 0, spans: plainSpans('The quay was empty.') }],
})

const threads = ({ open }: StoryStage) => readThreads(open().session.doc)
const card = (name: RegExp): HTMLElement => screen.getByRole('article', { name })
const cards = (): readonly (string | null)[] =>
  screen.queryAllByRole('article').map((each) => each.getAttribute('aria-label'))

/** What an editor on the page tells of its comments. */
const editorOf = (element: HTMLElement): Editor => (element as HTMLElement & { editor: Editor }).editor
const host = (editor: Editor): EditorHost => {
  const found = hostOf(editor)
  if (found === null) throw new Error('The editor has no host')
  return found
}

/** Somebody says something, as through the tab. */
function say(stage: StoryStage, anchor: ThreadAnchor, quote: string, text: string): string {
  let thread: string | null = null
  act(() => {
    thread = stage.store.actions.startThread(stage.id, anchor, quote, { text, mentions: [] })
  })
  return thread ?? ''
}
const onWords = (stage: StoryStage, wanted: string): ThreadAnchor =>
  words(stage.open().session.doc, 'body', wanted)

async function openTab({ user }: StoryStage): Promise<void> {
  await user.click(screen.getByRole('tab', { name: 'Comments' }))
  await screen.findByRole('radiogroup', { name: 'Show' })
}

describe('saying something', () => {
  it('on a whole field, from the button beside its name', async () => {
    const stage = await stageStory(STORY, { becomes: KIT })
    await stage.user.click(screen.getByRole('button', { name: 'Comment on headline' }))
    const field = await screen.findByRole('textbox', { name: 'Comment on headline' })
    expect(field).toHaveFocus()
    await stage.user.type(field, 'Too long?')
    await stage.user.click(
      within(screen.getByRole('region', { name: 'New comment' })).getByRole('button', { name: 'Comment' }),
    )
    expect(threads(stage)).toMatchObject([
      { by: KIT.id, anchor: { kind: 'field', field: 'headline' }, messages: [{ text: 'Too long?' }] },
    ])
    expect(card(/Comment by Kit Marsh on Headline/)).toHaveTextContent('Too long?')
    await stage.user.click(screen.getByRole('tab', { name: 'Story' }))
    expect(screen.getByRole('button', { name: '1 comment on headline' })).toBeInTheDocument()
  })

  it('takes the focus out of the text at once, though its field is still to be loaded', async () => {
    const stage = await stageStory(STORY, { becomes: KIT })
    const body = textbox('Body')
    act(() => body.focus())
    const anchor = onWords(stage, 'quay')
    const ids = anchor.kind === 'words' ? anchor.ids : []
    act(() => host(editorOf(body)).comments.onComment({ ids, quote: 'quay' }))
    expect(body).not.toHaveFocus()
    expect(await screen.findByRole('textbox', { name: 'Comment on “quay”' })).toHaveFocus()
  })

  it('on the body from under it, by Ctrl and Enter; Escape takes back', async () => {
    const stage = await stageStory(STORY, { becomes: KIT })
    await stage.user.click(screen.getByRole('button', { name: 'Comment on body' }))
    await stage.user.type(await screen.findByRole('textbox', { name: 'Comment on body' }), 'No{Escape}')
    expect(screen.queryByRole('textbox', { name: 'Comment on body' })).toBeNull()
    await stage.user.click(screen.getByRole('button', { name: 'Comment on body' }))
    await stage.user.type(
      await screen.findByRole('textbox', { name: 'Comment on body' }),
      'Two more{Enter}sources{Control>}{Enter}{/Control}',
    )
    expect(threads(stage)[0]?.messages[0]?.text).toBe('Two more\nsources')
  })

  it('naming people by keyboard, who are kept by their ids', async () => {
    const stage = await stageStory(STORY, { becomes: KIT })
    await stage.user.click(screen.getByRole('button', { name: 'Comment on dek' }))
    const field = await screen.findByRole('textbox', { name: 'Comment on dek' })
    await stage.user.type(field, 'Please, @')
    const people = screen.getByRole('listbox', { name: 'People' })
    expect(within(people).getAllByRole('option')).toHaveLength(3)
    await stage.user.type(field, '{ArrowDown}')
    const chosen = within(people).getByRole('option', { selected: true })
    expect(field).toHaveAttribute('aria-activedescendant', chosen.id)
    await stage.user.type(field, 'jan{Enter}')
    expect(screen.queryByRole('listbox')).toBeNull()
    await stage.user.type(field, 'look.{Control>}{Enter}{/Control}')
    expect(threads(stage)[0]?.messages[0]).toMatchObject({
      text: 'Please, @Jane Doe look.',
      mentions: [JANE.id],
    })
    expect(within(card(/Dek/)).getByText('@Jane Doe')).toBeInTheDocument()
  })

  it('is not offered to whoever may only read', async () => {
    const stage = await stageStory(STORY)
    say(stage, { kind: 'field', field: 'dek' }, '', 'Sure?')
    await openTab(stage)
    await stage.user.click(screen.getByRole('tab', { name: 'Story' }))
    stage.setOpen({ access: { right: 'read', why: 'It is approved.' } })
    expect(screen.queryByRole('button', { name: /^Comment on/ })).toBeNull()
    expect(screen.getByRole('button', { name: '1 comment on dek' })).toBeInTheDocument()
    await openTab(stage)
    expect(card(/Dek/)).toHaveTextContent('Sure?')
    expect(screen.queryByRole('button', { name: 'Reply' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Resolve' })).toBeNull()
  })
})

describe('the list', () => {
  it('stands in reading order, says who, and filters', async () => {
    const stage = await stageStory(STORY)
    const slug = say(stage, { kind: 'field', field: 'slug' }, '', 'On the slug')
    say(stage, onWords(stage, 'quay'), 'quay', 'On the quay')
    say(stage, { kind: 'suggestion', suggestion: 's' }, '', 'A reason')
    await openTab(stage)
    expect(cards()).toEqual(['Comment by Jane Doe on “quay”', 'Comment by Jane Doe on Slug'])
    await stage.user.click(within(card(/Slug/)).getByRole('button', { name: 'Resolve' }))
    expect(threads(stage).find(({ id }) => id === slug)?.resolved?.by).toBe(JANE.id)
    await stage.user.click(within(card(/quay/)).getByRole('button', { name: 'Reply' }))
    await stage.user.keyboard('Yes, it is.{Control>}{Enter}{/Control}')
    expect(card(/quay/)).toHaveTextContent('Yes, it is.')
    expect(within(card(/quay/)).getByRole('button', { name: 'Reply' })).toHaveFocus()
    expect(cards()).toEqual(['Comment by Jane Doe on “quay”'])
    await stage.user.click(screen.getByRole('radio', { name: 'Resolved' }))
    expect(card(/Slug/)).toHaveTextContent('Resolved by Jane Doe')
    await stage.user.click(within(card(/Slug/)).getByRole('button', { name: 'Reopen' }))
    await stage.user.click(screen.getByRole('radio', { name: 'All' }))
    expect(cards()).toHaveLength(2)
    expect(threads(stage).every(({ resolved }) => resolved === null)).toBe(true)
  })

  it('says when there is nothing, and how to begin', async () => {
    const stage = await stageStory(STORY)
    await openTab(stage)
    expect(
      screen.getByText(/Nobody has commented yet\. Select words and press Ctrl\+Alt\+M/),
    ).toBeInTheDocument()
    await stage.user.click(screen.getByRole('radio', { name: 'Resolved' }))
    expect(screen.getByText(/Nobody has commented yet/)).toBeInTheDocument()
  })

  it('keeps what was said of words that are gone, with their quote', async () => {
    const stage = await stageStory(STORY)
    say(stage, onWords(stage, 'quay'), 'quay', 'Which one?')
    await openTab(stage)
    const text = stage.open().session.doc.getText('body')
    act(() => text.delete(signs(text).indexOf('quay'), 4))
    const gone = await screen.findByRole('region', { name: 'Words no longer in the text' })
    expect(within(gone).getByRole('article')).toHaveTextContent('quay')
    expect(within(gone).queryByRole('button', { name: /Go to/ })).toBeNull()
  })

  it('is free of what axe finds, also while somebody is named', async () => {
    const stage = await stageStory(STORY)
    say(stage, onWords(stage, 'quay'), 'quay', 'Which one?')
    say(stage, { kind: 'words', text: 'body', ids: [[99, 0, 1]] }, 'gone', 'Where?')
    await openTab(stage)
    await stage.user.click(within(card(/quay/)).getByRole('button', { name: 'Reply' }))
    await stage.user.keyboard('@')
    expect(screen.getByRole('listbox', { name: 'People' })).toBeInTheDocument()
    expect(await violations(screen.getByRole('complementary', { name: 'About the story' }))).toEqual([])
  })
})

describe('the ways between words and threads', () => {
  it('go to the words, which are selected', async () => {
    const stage = await stageStory(STORY)
    say(stage, onWords(stage, 'quay'), 'quay', 'Which one?')
    await openTab(stage)
    await stage.user.click(screen.getByRole('button', { name: 'Go to Body quay' }))
    expect(textbox('Body')).toHaveFocus()
    expect(document.querySelector('[data-comment][data-active]')).toHaveTextContent('quay')
  })

  it('go to a text in a panel, which is shown first, and to a field', async () => {
    const stage = await stageStory(STORY)
    say(stage, words(stage.open().session.doc, 'headline', 'vote'), 'vote', 'Poll?')
    say(stage, { kind: 'field', field: 'slug' }, '', 'Shorter?')
    await openTab(stage)
    await stage.user.click(screen.getByRole('button', { name: 'Go to Headline vote' }))
    expect(textbox('Headline')).toHaveFocus()
    await openTab(stage)
    await stage.user.click(screen.getByRole('button', { name: 'Go to Slug' }))
    expect(textbox('Section')).toHaveFocus()
  })

  it('come back from the words by keyboard', async () => {
    const stage = await stageStory(STORY)
    say(stage, onWords(stage, 'quay'), 'quay', 'Which one?')
    await openTab(stage)
    await stage.user.click(screen.getByRole('button', { name: 'Go to Body quay' }))
    await stage.user.keyboard('{ArrowLeft}')
    await stage.user.click(screen.getByRole('tab', { name: 'Story' }))
    await stage.user.click(screen.getByRole('button', { name: '1 comment on body' }))
    await vi.waitFor(() => expect(card(/quay/)).toContainElement(document.activeElement as HTMLElement), {
      timeout: 20_000,
    })
  })

  it('show a thread when its words are clicked, and leave the focus in the text', async () => {
    const stage = await stageStory(STORY)
    say(stage, onWords(stage, 'quay'), 'quay', 'Which one?')
    const body = editorOf(textbox('Body'))
    act(() => host(body).comments.onOpen([threads(stage)[0]?.id ?? ''], 'click'))
    expect(await screen.findByRole('article', { name: /quay/ })).toHaveAttribute('data-active')
    expect(document.activeElement?.closest('article')).toBeNull()
    act(() => host(body).comments.onOpen([threads(stage)[0]?.id ?? ''], 'command'))
    await vi.waitFor(() => expect(card(/quay/)).toContainElement(document.activeElement as HTMLElement), {
      timeout: 20_000,
    })
  })

  it('resolved words are marked no more', async () => {
    const stage = await stageStory(STORY)
    const thread = say(stage, onWords(stage, 'quay'), 'quay', 'Which one?')
    expect(document.querySelector('[data-comment]')).toHaveTextContent('quay')
    act(() => stage.store.actions.resolveThread(stage.id, thread))
    expect(document.querySelector('[data-comment]')).toBeNull()
  })
})

it('a suggestion has its reason and its replies, which are no comments of the story', async () => {
  const stage = await stageStory(STORY, {
    around: (page) => page,
  })
  const { render } = await import('@testing-library/react')
  render(
    <DeskProvider store={stage.store}>
      <Replies id={stage.id} suggestion="s" />
    </DeskProvider>,
  )
  await stage.user.type(textbox('Reason or reply'), 'House style.')
  await stage.user.click(screen.getByRole('button', { name: 'Say' }))
  await stage.user.type(textbox('Reply'), 'Fine.{Control>}{Enter}{/Control}')
  expect(threads(stage)).toMatchObject([
    {
      anchor: { kind: 'suggestion', suggestion: 's' },
      messages: [{ text: 'House style.' }, { text: 'Fine.' }],
    },
  ])
  expect(screen.getByText('House style.')).toBeInTheDocument()
})
