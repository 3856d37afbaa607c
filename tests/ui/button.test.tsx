// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Button } from '../../src/ui/button.tsx'
import { ReasonedButton } from '../../src/ui/reasoned-button.tsx'
import { IconButton } from '../../src/ui/icon-button.tsx'
import { violations } from './violations.ts'

test('a button is pressed by mouse and by keyboard', async () => {
  const press = vi.fn<() => void>()
  render(<Button onPress={press}>New story</Button>)
  await userEvent.click(screen.getByRole('button', { name: 'New story' }))
  await userEvent.keyboard('{Enter}')
  expect(press).toHaveBeenCalledTimes(2)
  expect(await violations()).toEqual([])
})

test('a button that is off is not pressed', async () => {
  const press = vi.fn<() => void>()
  render(
    <Button onPress={press} isDisabled>
      New story
    </Button>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'New story' }))
  expect(press).not.toHaveBeenCalled()
})

test('a button that is off for a reason is reached by Tab, says the reason, and does nothing', async () => {
  const press = vi.fn<() => void>()
  render(
    <ReasonedButton off="Only a chief can approve." onPress={press}>
      Approve
    </ReasonedButton>,
  )
  await userEvent.tab()
  const button = screen.getByRole('button', { name: 'Approve', description: 'Only a chief can approve.' })
  expect(button).toHaveFocus()
  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(await screen.findByRole('tooltip')).toHaveTextContent('Only a chief can approve.')
  await userEvent.click(button)
  await userEvent.keyboard('{Enter} ')
  expect(press).not.toHaveBeenCalled()
  expect(await violations()).toEqual([])
})

test('the same button without a reason is pressed like any other', async () => {
  const press = vi.fn<() => void>()
  render(
    <ReasonedButton off="" onPress={press}>
      Approve
    </ReasonedButton>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Approve', description: '' }))
  expect(press).toHaveBeenCalledOnce()
})

test('a toggle says whether it is pressed', () => {
  render(
    <Button aria-pressed kind="quiet">
      Suggesting
    </Button>,
  )
  expect(screen.getByRole('button', { name: 'Suggesting', pressed: true })).toBeVisible()
})

test('an icon alone has a name, shown when it gets the focus', async () => {
  render(<IconButton label="Bold" shortcut="Ctrl+B" icon={<svg aria-hidden />} />)
  expect(screen.queryByRole('tooltip')).toBeNull()
  await userEvent.tab()
  expect(screen.getByRole('button', { name: 'Bold' })).toHaveFocus()
  expect(await screen.findByRole('tooltip')).toHaveTextContent('BoldCtrl+B')
  expect(await violations()).toEqual([])
})
