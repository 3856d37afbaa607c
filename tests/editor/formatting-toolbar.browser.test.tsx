import type { Editor } from '@tiptap/core'
import axe from 'axe-core'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import * as Y from 'yjs'
import '../../src/ui/base.css'
import type { Block } from '../../src/domain/story-content.ts'
import { BLANK_CONTENT } from '../../src/domain/story-content.ts'
import { writeContent } from '../../src/domain/story-doc.ts'
import { createStoryUndo } from '../../src/domain/story-undo.ts'
import { FormattingToolbar } from '../../src/editor/formatting-toolbar.tsx'
import { LineEditor } from '../../src/editor/line-editor.tsx'
import type { PhotoView } from '../../src/editor/photo-source.ts'
import { TextEditor } from '../../src/editor/text-editor.tsx'
import { selectWords } from './desk.tsx'

const span = (text: string, marks = {}) => ({ text, marks })
const block = (
  kind: 'paragraph' | 'heading2' | 'quote' | 'pullquote' | 'bullet' | 'number',
  text: string,
  level = 0,
) => ({
  kind,
  level,
  spans: [span(text)],
})
const BODY: readonly Block[] = [
  {
    kind: 'paragraph',
    level: 0,
    spans: [
      span('Dockworkers at Europe’s largest port voted on Tuesday to '),
      span('end', { bold: true }),
      span(' a walkout that cost TK million euros, '),
      span('the union', { link: 'https://example.com/union' }),
      span(' said. '),
      span('Check with Piet', { note: true }),
    ],
  },
  block('heading2', 'First cranes on Wednesday'),
  block('quote', '“It is not what we asked for,” said Piet de Vries.'),
  block('number', 'Pay'),
  block('number', 'Nights', 1),
  block('number', 'Weekends', 1),
  block('number', 'Rosters'),
  block('bullet', 'Oban'),
  block('bullet', 'Mull', 1),
  { kind: 'picture', photo: 'here' },
  { kind: 'picture', photo: 'coming' },
  { kind: 'picture', photo: 'gone' },
  { kind: 'rule' },
  block('pullquote', 'People have rents to pay'),
]
const PIXEL =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="90"><rect width="320" height="90" fill="#5d7687"/></svg>',
  )
const photos: Record<string, PhotoView> = {
  here: {
    url: PIXEL,
    alt: 'Stacked containers',
    caption: 'Containers in Rotterdam.',
    credit: 'EN Photo/Ann Smit',
  },
  coming: { url: null, alt: '', caption: 'A crane.', credit: '' },
}
let photosChanged = (): void => undefined
const source = {
  photo: (id: string) => photos[id] ?? null,
  subscribe: (listener: () => void) => {
    photosChanged = listener
    return () => undefined
  },
}

let editors: Record<string, Editor | null> = {}
const count = { renders: 0 }
const openPicture = vi.fn<(photo: string) => void>()

function Page({ doc, undo }: { readonly doc: Y.Doc; readonly undo: ReturnType<typeof createStoryUndo> }) {
  const [editor, setEditor] = useState<Editor | null>(null)
  const [readOnly, setReadOnly] = useState(false)
  useEffect(() => {
    count.renders += 1
  })
  return (
    <main>
      <FormattingToolbar editor={editor}>
        <button type="button" onClick={() => setReadOnly(!readOnly)}>
          Lock
        </button>
      </FormattingToolbar>
      <LineEditor
        text={doc.getText('headline')}
        undo={undo}
        label="Headline"
        look="headline"
        placeholder="What happened?"
        onFocus={setEditor}
        onEditor={(made) => (editors['headline'] = made)}
      />
      <TextEditor
        text={doc.getText('body')}
        undo={undo}
        label="Body"
        lang="en-GB"
        readOnly={readOnly}
        photos={source}
        onOpenPicture={openPicture}
        onFocus={setEditor}
        onEditor={(made) => (editors['body'] = made)}
      />
    </main>
  )
}

let close = (): void => undefined
beforeEach(async () => {
  editors = {}
  openPicture.mockReset()
  const doc = new Y.Doc()
  writeContent(doc, { ...BLANK_CONTENT, body: BODY })
  const element = document.createElement('div')
  element.style.cssText = 'max-width: 780px; padding: 16px 40px'
  document.body.append(element)
  const root = createRoot(element)
  root.render(<Page doc={doc} undo={createStoryUndo(doc)} />)
  close = () => {
    root.unmount()
    element.remove()
  }
  await vi.waitFor(() => page.getByRole('textbox', { name: 'Body' }).element(), { timeout: 20_000 })
})
afterEach(() => close())

const editor = (name: 'body' | 'headline'): Editor => {
  const found = editors[name]
  if (!found) throw new Error(`no ${name}`)
  return found
}
const button = (name: string) => page.getByRole('button', { name, exact: true })
const focused = (): string =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''

test('is one stop for Tab, with arrows, Home and End inside', async () => {
  button('Heading 3').element().focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(focused()).toBe('Quote')
  await userEvent.keyboard('{Home}{ArrowLeft}')
  expect(focused()).toBe('Lock')
  await userEvent.keyboard('{ArrowRight}')
  expect(focused()).toBe('Heading 2')
  await userEvent.keyboard('{End}{ArrowLeft}{ArrowLeft}')
  expect(focused()).toBe('Rule')
  const stops = page.getByRole('toolbar', { name: 'Formatting' }).element().querySelectorAll('[tabindex="0"]')
  expect(Array.from(stops, (stop) => stop.getAttribute('aria-label'))).toEqual(['Rule'])
})

test('shows what the selection is, and changes it without taking the focus', async () => {
  selectWords(editor('body'), 'end', { all: true })
  await expect.element(button('Bold')).toHaveAttribute('aria-pressed', 'true')
  await userEvent.click(button('Bold'))
  await expect.element(button('Bold')).toHaveAttribute('aria-pressed', 'false')
  expect(focused()).toBe('Body')
  selectWords(editor('body'), 'First cranes')
  await expect.element(button('Heading 2')).toHaveAttribute('aria-pressed', 'true')
  await userEvent.click(button('Bulleted list'))
  await expect.element(button('Bulleted list')).toHaveAttribute('aria-pressed', 'true')
  expect(editor('body').state.doc.child(1).attrs['kind']).toBe('bullet')
})

test('in the headline only marks can be used; in a locked text nothing', async () => {
  selectWordsOfLine()
  await expect.element(button('Heading 2')).toHaveAttribute('aria-disabled', 'true')
  await expect.element(button('Italic')).toHaveAttribute('aria-disabled', 'false')
  selectWords(editor('body'), 'Dockworkers', { all: true })
  await expect.element(button('Bold')).toHaveAttribute('aria-disabled', 'false')
  await userEvent.click(page.getByRole('button', { name: 'Lock' }))
  await expect
    .element(page.getByRole('textbox', { name: 'Body' }))
    .toHaveAttribute('contenteditable', 'false')
  expect(page.getByRole('textbox', { name: 'Body' }).element().getAttribute('aria-readonly')).toBe('true')
})

function selectWordsOfLine(): void {
  editor('headline').view.focus()
  editor('headline').commands.focus()
}

test('typing renders nothing of React', async () => {
  selectWords(editor('body'), 'Dockworkers')
  await expect.element(button('Heading 2')).toHaveAttribute('aria-disabled', 'false')
  const before = count.renders
  await userEvent.keyboard('Many words of copy')
  await expect.element(page.getByText('Many words of copy')).toBeVisible()
  expect(count.renders).toBe(before)
})

test('Mod-k asks for an address, says what is wrong with it, and links', async () => {
  selectWords(editor('body'), 'Tuesday', { all: true })
  await userEvent.keyboard('{Control>}k{/Control}')
  const dialog = page.getByRole('dialog', { name: 'Add a link' })
  await expect.element(dialog).toBeVisible()
  await userEvent.fill(page.getByRole('textbox', { name: 'Address' }), 'javascript:alert(1)')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText(/can’t be used/)).toBeVisible()
  await userEvent.fill(page.getByRole('textbox', { name: 'Address' }), 'example.com/port')
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => editor('body').view.dom.querySelector('a[href="https://example.com/port"]')?.textContent)
    .toBe('Tuesday')
  await expect.poll(focused).toBe('Body')
  selectWords(editor('body'), 'the union')
  await userEvent.keyboard('{ArrowRight}{Control>}k{/Control}')
  await expect.element(page.getByRole('dialog', { name: 'Edit the link' })).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Remove link' }))
  await expect.poll(() => editor('body').view.dom.querySelector('a[href$="union"]')).toBeNull()
  expect(editor('body').state.doc.textContent).toContain('the union')
})

test('pictures show what the photo says, also when it changes, and open their panel', async () => {
  await expect.element(page.getByRole('img', { name: 'Stacked containers' })).toBeVisible()
  await expect.element(page.getByText('The picture isn’t here yet.')).toBeVisible()
  await expect.element(page.getByText('This picture is no longer part of the story.')).toBeVisible()
  await userEvent.click(page.getByRole('figure', { name: 'Picture: Stacked containers' }))
  expect(openPicture).toHaveBeenLastCalledWith('here')
  openPicture.mockReset()
  await userEvent.keyboard('{Enter}')
  expect(openPicture).toHaveBeenLastCalledWith('here')
  await userEvent.keyboard('typed')
  expect(editor('body').state.doc.child(9).type.name).toBe('picture')
  expect(editor('body').state.doc.child(10).textContent).toBe('typed')
  photosChanged()
})

test('numbers and levels are drawn as lists, and axe finds nothing', async () => {
  const items = page.getByRole('textbox', { name: 'Body' }).getByRole('listitem').elements()
  expect(items.map((item) => item.getAttribute('aria-level'))).toEqual(['1', '2', '2', '1', '1', '2'])
  const found = await axe.run(document.querySelector('main') ?? document, {
    rules: { region: { enabled: false } },
  })
  expect(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([])
})
