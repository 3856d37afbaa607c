import { afterEach, expect, test } from 'vitest'
import { selectAll } from '../../src/editor/commands/select-all.ts'
import { runCommand } from '../../src/editor/run-command.ts'
import type { Desk } from './desk.tsx'
import { openDesk, paragraphs, rowsOf } from './desk.tsx'

let desk: Desk | null = null
afterEach(() => desk?.close())

test('a letter directly after Select all and End goes to the end, however busy the page is', async () => {
  desk = await openDesk(paragraphs('one', 'two'))
  const { view } = desk.body
  view.focus()
  runCommand(desk.body, selectAll)
  // What End does; the browser hasn't told anybody yet when the next key comes.
  document.getSelection()?.collapseToEnd()
  view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'X', bubbles: true, cancelable: true }))
  const press = { key: 'X', charCode: 88, bubbles: true, cancelable: true }
  const isLeft = view.dom.dispatchEvent(new KeyboardEvent('keypress', press))
  // The browser types what the editor leaves to it.
  if (isLeft) document.execCommand('insertText', false, 'X')
  await expect.poll(() => desk && rowsOf(desk)).toEqual(['one', 'twoX'])
})
