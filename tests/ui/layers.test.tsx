// @vitest-environment jsdom
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { announcedNow } from '../../src/ui/announce.ts'
import { Button } from '../../src/ui/button.tsx'
import { Dialog } from '../../src/ui/dialog.tsx'
import { AnchoredMenu } from '../../src/ui/anchored-menu.tsx'
import { Menu } from '../../src/ui/menu.tsx'
import { Tabs } from '../../src/ui/tabs.tsx'
import { violations } from './violations.ts'

test('a dialog is named by its title, keeps the focus and closes with Escape', async () => {
  const close = vi.fn<() => void>()
  render(
    <>
      <button type="button">Behind</button>
      <Dialog title="Import copy" onClose={close} footer={<Button>Import</Button>}>
        <input aria-label="Copy" />
      </Dialog>
    </>,
  )
  const dialog = screen.getByRole('dialog', { name: 'Import copy' })
  expect(screen.queryByRole('button', { name: 'Behind' })).toBeNull()
  for (let press = 0; press < 6; press += 1) {
    await userEvent.tab()
    expect(dialog).toContainElement(document.activeElement as HTMLElement)
  }
  expect(await violations(dialog)).toEqual([])
  await userEvent.keyboard('{Escape}')
  expect(close).toHaveBeenCalledTimes(1)
})

test('a dialog without a way out has no cross and ignores Escape', async () => {
  render(<Dialog title="Welcome">Who are you?</Dialog>)
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull()
  await userEvent.keyboard('{Escape}')
  expect(screen.getByRole('dialog', { name: 'Welcome' })).toBeVisible()
})

test('a menu is opened, walked and used with the keyboard', async () => {
  const act = vi.fn<(id: string) => void>()
  const menuWith = (isDisabled: boolean) => (
    <Menu
      label="Actions"
      onAction={act}
      items={[
        { id: 'open', label: 'Open' },
        { id: 'spike', label: 'Spike', isDisabled, about: 'Only a chief can.' },
        { id: 'copy', label: 'Duplicate' },
      ]}
    >
      <Button>More</Button>
    </Menu>
  )
  const { rerender } = render(menuWith(true))
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  const menu = await screen.findByRole('menu', { name: 'Actions' })
  const spike = screen.getByRole('menuitem', { name: 'Spike Only a chief can.' })
  expect(spike).toHaveAttribute('aria-disabled', 'true')
  expect(await violations(menu)).toEqual([])
  // What is off can be reached, says why, and does nothing.
  await userEvent.keyboard('{ArrowDown}')
  expect(spike).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(act).not.toHaveBeenCalled()
  expect(announcedNow()).toContain('Only a chief can.')
  rerender(menuWith(false))
  expect(spike).not.toHaveAttribute('aria-disabled')
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(act.mock.calls).toEqual([['copy']])
  await waitFor(() => {
    expect(screen.queryByRole('menu')).toBeNull()
  })
})

test('a menu beside an element gives the focus back when it closes', async () => {
  function Row() {
    const [button, setButton] = useState<HTMLElement | null>(null)
    return (
      <>
        <button
          type="button"
          onClick={(event) => {
            setButton(event.currentTarget)
          }}
        >
          Row
        </button>
        {button === null ? null : (
          <AnchoredMenu
            label="Row actions"
            anchor={button}
            items={[{ id: 'a', label: 'A' }]}
            onAction={() => undefined}
            onClose={() => {
              setButton(null)
            }}
          />
        )}
      </>
    )
  }
  render(<Row />)
  await userEvent.click(screen.getByRole('button', { name: 'Row' }))
  expect(screen.getByRole('menuitem', { name: 'A' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => {
    expect(screen.getByRole('button', { name: 'Row' })).toHaveFocus()
  })
})

test('tabs show one panel; counts are no part of their names', async () => {
  function Side() {
    const [tab, setTab] = useState('story')
    return (
      <Tabs
        label="Panels"
        selected={tab}
        onChange={setTab}
        items={[
          { id: 'story', label: 'Story', content: 'Headline and dek' },
          { id: 'changes', label: 'Changes', count: 6, content: 'Six changes' },
        ]}
      />
    )
  }
  render(<Side />)
  expect(screen.getByRole('tabpanel', { name: 'Story' })).toHaveTextContent('Headline and dek')
  await userEvent.click(screen.getByRole('tab', { name: 'Changes' }))
  expect(screen.getByRole('tabpanel', { name: 'Changes' })).toHaveTextContent('Six changes')
  expect(screen.queryByText('Headline and dek')).toBeNull()
  expect(await violations()).toEqual([])
})

test('tabs are one stop of the Tab key, and are walked with the arrows, Home and End', async () => {
  function Side() {
    const [tab, setTab] = useState('story')
    return (
      <Tabs
        label="Panels"
        selected={tab}
        onChange={setTab}
        items={[
          { id: 'story', label: 'Story', content: <input aria-label="Slug" /> },
          { id: 'changes', label: 'Changes', content: 'Six changes' },
          { id: 'export', label: 'Export', content: <button type="button">Copy</button> },
        ]}
      />
    )
  }
  render(<Side />)
  const tab = (name: string): HTMLElement => screen.getByRole('tab', { name })
  await userEvent.tab()
  expect(tab('Story')).toHaveFocus()
  await userEvent.tab()
  expect(screen.getByRole('textbox', { name: 'Slug' })).toHaveFocus()
  await userEvent.tab({ shift: true })

  for (const [key, name] of [
    ['ArrowRight', 'Changes'],
    ['End', 'Export'],
    ['ArrowRight', 'Story'],
    ['ArrowLeft', 'Export'],
    ['Home', 'Story'],
    ['ArrowDown', 'Story'],
    ['ArrowRight', 'Changes'],
  ] as const) {
    await userEvent.keyboard(`{${key}}`)
    expect(tab(name)).toHaveFocus()
    expect(tab(name)).toHaveAttribute('aria-selected', 'true')
    expect(tab(name)).toHaveAttribute('aria-controls', screen.getByRole('tabpanel').id)
    expect(screen.getAllByRole('tab', { selected: false })).toHaveLength(2)
  }
  // Nothing in this panel takes the focus, so that the panel itself does.
  await userEvent.tab()
  expect(screen.getByRole('tabpanel', { name: 'Changes' })).toHaveFocus()
  expect(await violations()).toEqual([])
})

test('a panel that gets something to reach is no stop of its own any more', async () => {
  function Side({ content }: { readonly content: ReactNode }) {
    return <Tabs label="Panels" selected="a" onChange={() => {}} items={[{ id: 'a', label: 'A', content }]} />
  }
  const { rerender } = render(<Side content="Loading" />)
  expect(screen.getByRole('tabpanel')).toHaveAttribute('tabindex', '0')
  rerender(<Side content="Still loading" />)
  rerender(<Side content={<p>Nothing yet</p>} />)
  await waitFor(() => {
    expect(screen.getByRole('tabpanel')).toHaveAttribute('tabindex', '0')
  })
  rerender(<Side content={<button type="button">Accept</button>} />)
  await waitFor(() => {
    expect(screen.getByRole('tabpanel')).not.toHaveAttribute('tabindex')
  })
})
