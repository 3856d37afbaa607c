// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { RadioGroup } from '../../src/ui/radio-group.tsx'
import { SearchField } from '../../src/ui/search-field.tsx'
import { Select } from '../../src/ui/select.tsx'
import { TextArea, TextField } from '../../src/ui/text-field.tsx'
import { violations } from './violations.ts'

test('a text field says its label, description and error', async () => {
  render(<TextField label="Your name" description="As in the byline" error="Enter your name." />)
  const field = screen.getByRole('textbox', { name: 'Your name' })
  expect(field).toBeInvalid()
  expect(field).toHaveAccessibleDescription('As in the byline Enter your name.')
  expect(await violations()).toEqual([])
})

test('without an error a text field is valid, and a hidden label is still its name', async () => {
  render(<TextField label="Slug" labelHidden />)
  expect(screen.getByRole('textbox', { name: 'Slug' })).toBeValid()
  expect(await violations()).toEqual([])
})

test('a text area tells what is typed', async () => {
  const change = vi.fn<(text: string) => void>()
  render(<TextArea label="Desk note" onChange={change} />)
  await userEvent.type(screen.getByRole('textbox', { name: 'Desk note' }), 'ok')
  expect(change).toHaveBeenLastCalledWith('ok')
})

test('what is said elsewhere about a field is heard with its own description', () => {
  render(
    <>
      <TextArea label="Caption" description="Who, what, where" aria-describedby="count" isReadOnly />
      <p id="count">12 of 40 words</p>
    </>,
  )
  const field = screen.getByRole('textbox', { name: 'Caption' })
  expect(field).toHaveAccessibleDescription('Who, what, where 12 of 40 words')
  expect(field).toHaveAttribute('readonly')
})

test('a select offers its options in their groups', async () => {
  const change = vi.fn<(value: 'a' | 'b' | 'c') => void>()
  render(
    <Select
      label="Goes to"
      value="a"
      onChange={change}
      options={[
        { value: 'a', label: 'Headline', group: 'Head' },
        { value: 'b', label: 'Dek', group: 'Head' },
        { value: 'c', label: 'Left out' },
      ]}
    />,
  )
  const select = screen.getByRole('combobox', { name: 'Goes to' })
  expect(screen.getByRole('group', { name: 'Head' })).toContainElement(
    screen.getByRole('option', { name: 'Dek' }),
  )
  await userEvent.selectOptions(select, 'Left out')
  expect(change).toHaveBeenCalledWith('c')
  expect(await violations()).toEqual([])
})

test('a radio group is walked with the arrow keys', async () => {
  function Role() {
    const [role, setRole] = useState<'reporter' | 'chief'>('reporter')
    return (
      <RadioGroup
        label="Role"
        value={role}
        onChange={setRole}
        options={[
          { value: 'reporter', label: 'Reporter' },
          { value: 'chief', label: 'Chief' },
        ]}
        description="What you may do"
      />
    )
  }
  render(<Role />)
  expect(screen.getByRole('radiogroup', { name: 'Role' })).toHaveAccessibleDescription('What you may do')
  await userEvent.tab()
  await userEvent.keyboard('{ArrowDown}')
  expect(screen.getByRole('radio', { name: 'Chief' })).toBeChecked()
  expect(await violations()).toEqual([])
})

test('a radio group says what is wrong with it', async () => {
  render(
    <RadioGroup
      label="Role"
      labelHidden
      value=""
      onChange={() => {}}
      options={[{ value: 'chief', label: 'Chief' }]}
      error="Choose a role."
    />,
  )
  const group = screen.getByRole('radiogroup', { name: 'Role' })
  expect(group).toBeInvalid()
  expect(group).toHaveAccessibleDescription('Choose a role.')
  expect(await violations()).toEqual([])
})

test('the search is cleared by Escape and by its cross, which gives the focus back', async () => {
  function Search() {
    const [text, setText] = useState('')
    return <SearchField label="Search stories" value={text} onChange={setText} shortcut="/" />
  }
  render(<Search />)
  const box = screen.getByRole('searchbox', { name: 'Search stories' })
  expect(screen.queryByRole('button')).toBeNull()
  await userEvent.type(box, 'ferry')
  await userEvent.keyboard('{Escape}')
  expect(box).toHaveValue('')
  await userEvent.type(box, 'ferry')
  await userEvent.click(screen.getByRole('button', { name: 'Clear search' }))
  expect(box).toHaveValue('')
  expect(box).toHaveFocus()
  expect(await violations()).toEqual([])
})
