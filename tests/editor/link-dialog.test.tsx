// @vitest-environment jsdom
import { Editor } from '@tiptap/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { LinkDialog } from '../../src/editor/link-dialog.tsx'
import { BODY_SCHEMA } from '../../src/editor/schema.ts'

let editor: Editor | null = null
afterEach(() => {
  editor?.destroy()
  editor = null
})

/** An editor with "go there now", "there" linked where an address is given, and a selection; and its dialog. */
function open(from: number, to: number, href: string | null = null) {
  const opened = new Editor({ element: document.createElement('div'), extensions: [...BODY_SCHEMA] })
  editor = opened
  const { tr, schema } = opened.state
  tr.insertText('go there now', 1)
  if (href !== null) tr.addMark(4, 9, schema.mark('link', { href }))
  opened.view.dispatch(tr)
  opened.commands.setTextSelection({ from, to })
  const onClose = vi.fn<() => void>()
  render(<LinkDialog editor={opened} onClose={onClose} />)
  return { onClose, user: userEvent.setup() }
}

const links = (): readonly string[] => {
  const found: string[] = []
  editor?.state.doc.descendants(({ text, marks }) => {
    for (const { attrs } of marks) found.push(`${text ?? ''} > ${String(attrs['href'])}`)
  })
  return found
}
const field = (): HTMLElement => screen.getByRole('textbox', { name: 'Address' })

describe('the dialog for a link', () => {
  test('adds one to the words that are selected, completed', async () => {
    const { user, onClose } = open(4, 9)
    expect(screen.getByRole('dialog', { name: 'Add a link' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Remove link' })).toBeNull()
    await user.type(field(), 'example.com/a')
    await user.click(screen.getByRole('button', { name: 'Add link' }))
    expect(links()).toEqual(['there > https://example.com/a'])
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  test('puts the address in as words where none are selected', async () => {
    const { user } = open(1, 1)
    await user.type(field(), 'a@b.example{Enter}')
    expect(links()).toEqual(['a@b.example > mailto:a@b.example'])
  })

  test('shows the one at the caret, and changes all of it', async () => {
    const { user, onClose } = open(6, 6, 'https://old.example')
    expect(screen.getByRole('dialog', { name: 'Edit the link' })).toBeInTheDocument()
    expect(field()).toHaveValue('https://old.example')
    await user.clear(field())
    await user.type(field(), 'new.example{Enter}')
    expect(links()).toEqual(['there > https://new.example'])
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  test('removes it, with its words left', async () => {
    const { user, onClose } = open(9, 9, 'https://old.example')
    await user.click(screen.getByRole('button', { name: 'Remove link' }))
    expect([links(), editor?.state.doc.textContent]).toEqual([[], 'go there now'])
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  test.each(['javascript:alert(1)', '/relative', ' '])(
    'says why it does not take %j, and stays',
    async (address) => {
      const { user, onClose } = open(4, 9, 'https://old.example')
      await user.clear(field())
      await user.type(field(), `${address}{Enter}`)
      expect(field()).toBeInvalid()
      expect(links()).toEqual(['there > https://old.example'])
      expect(onClose).not.toHaveBeenCalled()
      await user.type(field(), 'x')
      expect(field()).toBeValid()
    },
  )

  test('one whose address is refused can be seen and mended', async () => {
    const { user } = open(6, 6, 'javascript:alert(1)')
    expect(field()).toHaveValue('javascript:alert(1)')
    await user.clear(field())
    await user.type(field(), 'good.example{Enter}')
    expect(links()).toEqual(['there > https://good.example'])
  })
})
