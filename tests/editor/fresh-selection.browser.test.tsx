import { afterEach, expect, test } from 'vitest'
import { showFlags } from '../../src/editor/checks/flags-extension.ts'
import { NO_FLAGS } from '../../src/editor/checks/text-flags.ts'
import { selectAll } from '../../src/editor/commands/select-all.ts'
import { editorHost } from '../../src/editor/editor-host.ts'
import { runCommand } from '../../src/editor/run-command.ts'
import type { Desk } from './desk.tsx'
import { openDesk, otherTypes, paragraphs, rowsOf, selectWords } from './desk.tsx'

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

const MEANWHILE: readonly { readonly what: string; readonly happens: (desk: Desk) => void }[] = [
  { what: 'somebody else writes before it', happens: (open) => otherTypes(open, 'Boats', ' of all kinds') },
  { what: 'somebody else writes elsewhere', happens: (open) => otherTypes(open, 'quay', ' wall') },
  {
    what: 'the checks flag words of its block',
    happens: ({ body }) => {
      const flag = {
        id: 'a',
        kind: 'spelling',
        weight: 'fault',
        block: 0,
        from: 0,
        to: 5,
        words: 'Boats',
      } as const
      showFlags(body, editorHost(), { ...NO_FLAGS, flags: [flag] })
      expect(body.view.dom.querySelector('[data-flag]')?.textContent).toBe('Boats')
    },
  },
]

test.each(MEANWHILE)(
  'a caret that has just been moved stays where it went while $what',
  async ({ happens }) => {
    desk = await openDesk(paragraphs('Boats came back', 'The quay'))
    const { view } = desk.body
    selectWords(desk.body, 'back', { all: true })
    // What an arrow key does; the browser hasn't told anybody yet.
    document.getSelection()?.collapseToEnd()
    happens(desk)
    expect(String(document.getSelection())).toBe('')
    expect(view.state.selection.empty).toBe(true)
    expect(view.state.selection.$head.parent.textBetween(0, view.state.selection.$head.parentOffset)).toMatch(
      /back$/u,
    )
  },
)
