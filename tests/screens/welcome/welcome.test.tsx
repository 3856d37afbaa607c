// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { SAMPLE_COPY } from '../../../src/screens/welcome/sample-copy.ts'
import { WelcomeDialog } from '../../../src/screens/welcome/welcome-dialog.tsx'
import { Welcome } from '../../../src/screens/welcome/welcome.tsx'
import { BLANK_ACCOUNTS } from '../../../src/store/accounts-state.ts'
import { violations } from '../../ui/violations.ts'
import { JANE, stage } from '../stage.tsx'

const nobody = { state: { me: null, people: [] } }
const ask = (onSample: () => void = () => undefined) => stage(<WelcomeDialog onSample={onSample} />, nobody)

test('asks for a name and a role, and says in a sentence how to start', async () => {
  ask()
  expect(screen.getByRole('dialog', { name: 'Welcome' })).toHaveTextContent(
    /write a new story or paste wire copy/,
  )
  expect(screen.getByRole('textbox', { name: 'Your name' })).toHaveFocus()
  expect(screen.getByRole('radiogroup', { name: 'Role' })).toBeVisible()
  expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual([
    'Reporter',
    'Sub-editor',
    'Chief',
  ])
  expect(await violations()).toEqual([])
})

test('starts with the name, trimmed, and the chosen role', async () => {
  const { tasks } = ask()
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), '  Kit Marsh ')
  await userEvent.click(screen.getByRole('radio', { name: 'Sub-editor' }))
  await userEvent.click(screen.getByRole('button', { name: 'Start' }))
  expect(tasks()).toEqual([
    { type: 'save person', become: true, person: { id: 'made-1', name: 'Kit Marsh', role: 'sub-editor' } },
  ])
})

test('Enter in the name starts, too', async () => {
  const { tasks } = ask()
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), 'Kit{Enter}')
  expect(tasks()).toMatchObject([{ person: { name: 'Kit', role: 'reporter' } }])
})

test('a missing name is said beside it, and gone when there is one', async () => {
  const { tasks } = ask()
  await userEvent.type(screen.getByRole('textbox', { name: 'Your name' }), '   ')
  await userEvent.click(screen.getByRole('button', { name: 'Start' }))
  const name = screen.getByRole('textbox', { name: 'Your name' })
  expect(tasks()).toEqual([])
  expect(name).toBeInvalid()
  expect(name).toHaveFocus()
  expect(name).toHaveAccessibleDescription(/Enter your name/)
  expect(await violations()).toEqual([])
  await userEvent.type(name, 'K')
  expect(name).toBeValid()
})

test('cannot be closed without an answer', async () => {
  ask()
  await userEvent.keyboard('{Escape}')
  expect(screen.getByRole('dialog', { name: 'Welcome' })).toBeVisible()
})

test('the sample needs no name: a guest looks around', async () => {
  const sample = vi.fn<() => void>()
  const { tasks } = ask(sample)
  await userEvent.click(screen.getByRole('button', { name: 'Try a sample story' }))
  expect(tasks()).toMatchObject([{ type: 'save person', become: true, person: { name: 'Guest' } }])
  expect(sample).toHaveBeenCalledTimes(1)
})

test('the sample story is made once its reader is known, by the way that wire copy takes', async () => {
  const { store, tasks, address } = stage(<Welcome />, nobody)
  await userEvent.click(await screen.findByRole('button', { name: 'Try a sample story' }))
  expect(tasks()).toMatchObject([{ type: 'save person' }])
  act(() => {
    store.setState({ me: JANE, tasks: [] })
  })
  await vi.waitFor(() => expect(tasks()).toHaveLength(1), { timeout: 20_000 })
  const [task] = tasks()
  if (task?.type !== 'create') throw new Error('no story was made')
  expect(task.story.source?.text).toBe(SAMPLE_COPY)
  expect(task.story.content).toMatchObject({
    headline: [
      { text: 'Island ferry to run through the winter after villagers raise the fare themselves', marks: {} },
    ],
    authors: [{ name: 'Maren Holt' }, { name: 'Idris Vaughan' }],
    fields: { section: 'Local', slug: 'winter-ferry', organisation: 'Example News', place: 'ANSTRAND' },
  })
  expect(address()).toBe(`/stories/${task.story.id}`)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('where there are accounts nobody says who they are', () => {
  stage(<Welcome />, { state: { me: null, accounts: BLANK_ACCOUNTS } })
  expect(screen.queryByRole('dialog')).toBeNull()
})
