import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import * as Y from 'yjs'
import { showWords } from '../../../src/editor/comments/show-words.ts'
import { signs, words } from '../../domain/threads/threaded.ts'
import { paragraphs, selectWords } from '../desk.tsx'
import type { CommentedDesk } from './commented-desk.tsx'
import { openCommented } from './commented-desk.tsx'

let desk: CommentedDesk
const BODY = paragraphs('The quay was empty.', 'Dockers voted.', 'Talks go on.')
const thread = (id: string, wanted: string) => ({ id, ids: words(desk.doc, 'body', wanted).ids })
const written = (): string => signs(desk.doc.getText('body'))
const quotes = (): readonly string[] => desk.picked.map(({ quote }) => quote)

beforeEach(async () => {
  desk = await openCommented(BODY)
})
afterEach(() => desk.close())

describe('commented words', () => {
  test('are marked, several threads over each other too, and the one that is read more', async () => {
    desk.comment({ threads: [thread('a', 'quay was'), thread('b', 'was empty')], active: 'b' })
    await expect.poll(desk.marked).toEqual(['a: quay was', '*b: was empty'])
    desk.comment({ active: 'a' })
    await expect.poll(desk.marked).toEqual(['*a: quay was', 'b: was empty'])
    desk.comment({ threads: [], active: null })
    await expect.poll(desk.marked).toEqual([])
  })

  test('are marked with more than a colour', async () => {
    desk.comment({ threads: [thread('a', 'quay')] })
    await expect.poll(desk.marked).toEqual(['a: quay'])
    const mark = document.querySelector('[data-comment]')
    expect(mark && getComputedStyle(mark).textDecorationStyle).toBe('dotted')
  })

  test('take in what is typed among them, not what is typed around them', async () => {
    desk.comment({ threads: [thread('a', 'quay was')] })
    await expect.poll(desk.marked).toEqual(['a: quay was'])
    selectWords(desk.body(), 'was empty')
    await userEvent.keyboard('side ')
    selectWords(desk.body(), ' empty')
    await userEvent.keyboard(' not')
    selectWords(desk.body(), 'quay')
    await userEvent.keyboard('old ')
    expect(written()).toContain('The old quay side was not empty.')
    expect(desk.marked()).toEqual(['a: quay side was'])
  })

  test('stay marked through a split and a join', async () => {
    desk.comment({ threads: [thread('a', 'quay was')] })
    await expect.poll(desk.marked).toEqual(['a: quay was'])
    selectWords(desk.body(), 'was empty')
    await userEvent.keyboard('{Enter}')
    expect(written()).toContain('quay ¶was')
    expect(desk.marked()).toEqual(['a: quay was'])
    await userEvent.keyboard('{Backspace}')
    expect(desk.marked()).toEqual(['a: quay was'])
  })

  test('go along with their block when it moves', async () => {
    desk.comment({ threads: [thread('a', 'quay was')] })
    await expect.poll(desk.marked).toEqual(['a: quay was'])
    selectWords(desk.body(), 'quay')
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(desk.body().state.doc.textBetween(0, desk.body().state.doc.content.size, '|')).toMatch(/^Dockers/)
    await expect.poll(desk.marked).toEqual(['a: quay was'])
  })

  test.each<readonly [string, string, string]>([
    ['all of them', 'quay was', '{Delete}'],
    ['some of them', 'was', '{Backspace}'],
    ['more than them', 'quay was empty', 'x'],
  ])('are marked again when undo brings them back: %s', async (_, gone, key) => {
    desk.comment({ threads: [thread('a', 'quay was')] })
    await expect.poll(desk.marked).toEqual(['a: quay was'])
    selectWords(desk.body(), gone, { all: true })
    await userEvent.keyboard(key)
    expect(written()).not.toContain('quay was empty')
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(written()).toContain('quay was empty')
    await expect.poll(desk.marked).toEqual(['a: quay was'])
  })

  test('tell which threads are on them when they are clicked, the most exact first', async () => {
    desk.comment({ threads: [thread('a', 'quay was empty'), thread('b', 'was')] })
    await expect.poll(desk.marked).toHaveLength(2)
    await userEvent.click(document.querySelector('[data-comment=b]') ?? document.body)
    expect(desk.opened).toEqual([['click', 'b', 'a']])
    await userEvent.click(page.getByText('Dockers voted.'))
    expect(desk.opened).toHaveLength(1)
    expect(desk.body().state.selection.empty).toBe(true)
  })
})

describe('Comment', () => {
  test('is about what is selected', async () => {
    selectWords(desk.body(), 'quay was', { all: true })
    await userEvent.keyboard('{Control>}{Alt>}m{/Alt}{/Control}')
    expect(desk.picked).toEqual([{ ids: words(desk.doc, 'body', 'quay was').ids, quote: 'quay was' }])
  })

  test('has a button, which leaves the selection where it is', async () => {
    selectWords(desk.body(), 'Dockers', { all: true })
    await userEvent.click(page.getByRole('button', { name: 'Comment' }))
    expect(quotes()).toEqual(['Dockers'])
    expect(desk.body().state.selection.empty).toBe(false)
  })

  test('opens what was said of the words at the caret', async () => {
    desk.comment({ threads: [thread('a', 'quay')] })
    await expect.poll(desk.marked).toEqual(['a: quay'])
    selectWords(desk.body(), 'ay')
    await userEvent.keyboard('{Control>}{Alt>}m{/Alt}{/Control}')
    expect([desk.opened, desk.picked]).toEqual([[['command', 'a']], []])
  })

  test('works in a line', async () => {
    selectWords(desk.headline(), 'vote', { all: true })
    await userEvent.keyboard('{Control>}{Alt>}m{/Alt}{/Control}')
    expect(desk.picked).toEqual([{ ids: words(desk.doc, 'headline', 'vote').ids, quote: 'vote' }])
  })

  test('is off for whoever may not comment', async () => {
    selectWords(desk.body(), 'quay', { all: true })
    desk.comment({ mayComment: false })
    await expect
      .element(page.getByRole('button', { name: 'Comment' }))
      .toHaveAttribute('aria-disabled', 'true')
    await userEvent.keyboard('{Control>}{Alt>}m{/Alt}{/Control}')
    expect(desk.picked).toEqual([])
  })
})

describe('a text that can only be read', () => {
  beforeEach(async () => {
    desk.lock(true)
    await vi.waitUntil(() => !desk.body().isEditable, { timeout: 20_000 })
  })

  test('has a caret, and its words can be picked by keyboard', async () => {
    desk.body().view.dom.focus()
    await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowDown}{Home}{Shift>}{End}{/Shift}')
    await userEvent.keyboard('{Control>}{Alt>}m{/Alt}{/Control}')
    expect(quotes()).toEqual(['Dockers voted.'])
    expect(desk.body().view.dom.getAttribute('aria-readonly')).toBe('true')
  })

  test('and by hand, with the button', async () => {
    await userEvent.dblClick(page.getByText('Dockers voted.'), { position: { x: 20, y: 8 } })
    await userEvent.click(page.getByRole('button', { name: 'Comment' }))
    expect(quotes()).toEqual(['Dockers'])
  })

  test('takes nothing that is typed, deleted, formatted, cut, pasted or dropped', async () => {
    const before = written()
    selectWords(desk.headline(), 'vote', { all: true })
    await userEvent.copy()
    desk.body().view.dom.focus()
    selectWords(desk.body(), 'quay', { all: true })
    await userEvent.keyboard(
      'x{Backspace}{Delete}{Enter}{Shift>}{Enter}{/Shift}{Control>}b{/Control}{Control>}z{/Control}',
    )
    await userEvent.cut()
    await userEvent.paste()
    for (const command of ['insertText', 'delete', 'bold', 'insertParagraph'])
      document.execCommand(command, false, 'x')
    expect(written()).toBe(before)
    expect(desk.body().view.dom.textContent).toBe('The quay was empty.Dockers voted.Talks go on.')
  })

  test('tells of clicks on commented words, also where more is selected', async () => {
    desk.comment({ threads: [thread('a', 'quay')] })
    await expect.poll(desk.marked).toEqual(['a: quay'])
    selectWords(desk.body(), 'The quay was', { all: true })
    await userEvent.click(document.querySelector('[data-comment]') ?? document.body)
    expect(desk.opened).toEqual([['click', 'a']])
  })

  test('shows what others write', async () => {
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(desk.doc))
    other.getText('body').insert(1, 'Now: ')
    Y.applyUpdate(desk.doc, Y.encodeStateAsUpdate(other))
    await expect.element(page.getByText('Now: The quay was empty.')).toBeVisible()
  })

  test('can be written again, and has no caret for whoever may not comment', async () => {
    desk.comment({ mayComment: false })
    await expect
      .element(page.getByRole('textbox', { name: 'Body' }))
      .toHaveAttribute('contenteditable', 'false')
    desk.lock(false)
    await expect.poll(() => desk.body().isEditable).toBe(true)
    selectWords(desk.body(), 'quay')
    await userEvent.keyboard('old ')
    expect(written()).toContain('The old quay')
    expect(desk.body().view.dom.getAttribute('inputmode')).toBeNull()
  })
})

describe('going to the words of a thread', () => {
  test.each([false, true])(
    'selects them and gives the text the focus; only to be read: %s',
    async (locked) => {
      desk.lock(locked)
      await expect.poll(() => desk.body().isEditable).toBe(!locked)
      desk.comment({ threads: [thread('a', 'Dockers')] })
      await expect.poll(desk.marked).toEqual(['a: Dockers'])
      expect(showWords(desk.body(), 'a')).toBe(true)
      expect(document.activeElement).toBe(desk.body().view.dom)
      expect(document.getSelection()?.toString()).toBe('Dockers')
      await userEvent.keyboard('{Control>}{Alt>}m{/Alt}{/Control}')
      expect(quotes()).toEqual(['Dockers'])
    },
  )

  test('goes nowhere where there are none', async () => {
    desk.comment({ threads: [{ id: 'a', ids: [[99, 0, 3]] }] })
    await expect.poll(desk.marked).toEqual([])
    expect(showWords(desk.body(), 'a')).toBe(false)
  })
})

test('typing looks nothing up anew and sends no thread', async () => {
  desk.comment({ threads: [thread('a', 'quay')] })
  await expect.poll(desk.marked).toEqual(['a: quay'])
  let steps = 0
  desk.body().on('transaction', () => (steps += 1))
  selectWords(desk.body(), 'Dockers')
  const before = steps
  await userEvent.keyboard('abc')
  expect(written()).toContain('abcDockers')
  expect(steps - before).toBe(3)
})
