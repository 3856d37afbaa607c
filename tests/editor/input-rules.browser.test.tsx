import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Desk } from './desk.tsx'
import { openDesk, paragraphs, rowsOf } from './desk.tsx'

let desk: Desk | null = null
afterEach(() => {
  desk?.close()
  desk = null
})

/** What stands in the first block: its kind, and its words with the marks on them. */
function first({ body }: Desk): string {
  const block = body.state.doc.child(0)
  const parts: string[] = []
  block.forEach(({ text, marks }) => {
    const names = marks.map(({ type, attrs }) => String(attrs['href'] ?? type.name)).join('+')
    parts.push(names === '' ? (text ?? '') : `<${names}>${text ?? ''}</>`)
  })
  return `${String(block.attrs['kind'] ?? block.type.name)}: ${parts.join('')}`
}

test.each([
  ['## Head', 'heading2: Head'],
  ['### Head', 'heading3: Head'],
  ['> said', 'quote: said'],
  ['- item', 'bullet: item'],
  ['* item', 'bullet: item'],
  ['1. item', 'number: item'],
  ['2. item', 'paragraph: 2. item'],
  ['a **bold** b', 'paragraph: a <bold>bold</> b'],
  ['an *italic* b', 'paragraph: an <italic>italic</> b'],
  ['2 * 3 * 4', 'paragraph: 2 * 3 * 4'],
  ['a*b*c', 'paragraph: a*b*c'],
  ['see [[it](example.com/a) now', 'paragraph: see <https://example.com/a>it</> now'],
  ['see [[it](javascript:a) now', 'paragraph: see [it](javascript:a) now'],
])('typing %s gives %s', async (typed, shown) => {
  desk = await openDesk(paragraphs('', 'end'))
  desk.body.view.focus()
  desk.body.commands.setTextSelection(1)
  await userEvent.keyboard(typed)
  await expect.poll(() => desk && first(desk)).toBe(shown)
  expect(rowsOf(desk)).toHaveLength(2)
})

test('three dashes make a rule and go on below it', async () => {
  desk = await openDesk(paragraphs('', 'end'))
  desk.body.view.focus()
  desk.body.commands.setTextSelection(1)
  await userEvent.keyboard('---x')
  await expect.poll(() => desk && rowsOf(desk)).toEqual(['rule', 'x', 'end'])
})

test.each([
  ['**bold**', '**bold**'],
  ['- ', '- '],
  ['---', '---'],
])('Backspace after %s leaves what was typed', async (typed, left) => {
  desk = await openDesk(paragraphs('', 'end'))
  desk.body.view.focus()
  desk.body.commands.setTextSelection(1)
  await userEvent.keyboard(typed)
  await userEvent.keyboard('{Backspace}')
  await expect.poll(() => desk && first(desk).replace('\u00A0', ' ')).toBe(`paragraph: ${left}`)
  expect(rowsOf(desk)).toHaveLength(2)
})
