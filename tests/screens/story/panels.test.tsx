// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { plainSpans } from '../../../src/domain/story-content.ts'
import { content, stageStory, textbox } from './story-stage.tsx'

// Typing through jsdom takes its time on a busy machine; nothing here is timed.
vi.setConfig({ testTimeout: 30_000 })

const group = (name: string) => within(screen.getByRole('group', { name }))

describe('the byline', () => {
  it('takes people and an organisation, in their order, and shows what readers get', async () => {
    const { user, says } = await stageStory()
    await user.click(screen.getByRole('button', { name: 'Add author' }))
    expect(group('Byline').getByRole('textbox', { name: 'Name' })).toHaveFocus()
    await user.keyboard('Jane Doe')
    await user.tab()
    await user.keyboard('Writer')
    await user.click(screen.getByRole('button', { name: 'Add author' }))
    await user.keyboard('John Roe')
    await user.type(textbox('Organisation'), 'Example News')
    expect(group('Byline').getByText('By Jane Doe and John Roe, Example News')).toBeVisible()
    expect(says().authors.map(({ name, role }) => [name, role])).toEqual([
      ['Jane Doe', 'Writer'],
      ['John Roe', ''],
    ])

    await user.click(screen.getByRole('button', { name: 'Move John Roe up' }))
    expect(group('Byline').getByText('By John Roe and Jane Doe, Example News')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Move John Roe up' })).toBeDisabled()
    await user.click(screen.getByRole('button', { name: 'Remove John Roe' }))
    expect(says().authors.map(({ name }) => name)).toEqual(['Jane Doe'])
  })
})

describe('the dateline', () => {
  it.each([
    ['3 Sept 2025', '2025-09-03'],
    ['September 3, 2025', '2025-09-03'],
    ['03/09/2025', '2025-09-03'],
    ['2025-09-03', '2025-09-03'],
  ])('takes the date %s while it is typed, and shows it plainly when left', async (typed, date) => {
    const { user, says } = await stageStory()
    await user.type(textbox('Date'), typed)
    expect(textbox('Date')).toHaveValue(typed)
    expect(says().fields.date).toBe(date)
    await user.tab()
    expect(textbox('Date')).toHaveValue('3 Sept 2025')
    await user.clear(textbox('Date'))
    expect(says().fields.date).toBe('')
  })

  it('says so when what is typed is no date, and keeps the date it had', async () => {
    const { user, says } = await stageStory(content({ fields: { date: '2025-09-03' } }))
    await user.type(textbox('Date'), 'x')
    await user.tab()
    expect(textbox('Date')).toBeInvalid()
    expect(textbox('Date')).toHaveAccessibleDescription(/24 Nov 2026/u)
    expect(says().fields.date).toBe('2025-09-03')
  })

  it('takes a day from the calendar', async () => {
    const { user, says } = await stageStory(content({ fields: { date: '2025-09-03' } }))
    await user.click(screen.getByRole('button', { name: 'Calendar' }))
    await user.click(await screen.findByRole('button', { name: /11 September 2025/u }, { timeout: 8000 }))
    expect(says().fields.date).toBe('2025-09-11')
    expect(textbox('Date')).toHaveValue('11 Sept 2025')
  })

  it('is shown in the style of the newsroom', async () => {
    const { user } = await stageStory()
    await user.type(textbox('Place'), 'Rotterdam, Netherlands')
    await user.type(textbox('Source'), 'EN')
    expect(group('Dateline').getByText('ROTTERDAM, Netherlands (EN) —')).toBeVisible()
  })
})

describe('section, slug and more', () => {
  it('offers the usual sections and takes any other', async () => {
    const { user, says } = await stageStory()
    await user.type(textbox('Section'), 'Weather')
    expect(says().fields.section).toBe('Weather')
    await user.click(screen.getByRole('button', { name: 'Choose a section' }))
    await user.click(await screen.findByRole('menuitemradio', { name: 'World' }))
    expect(textbox('Section')).toHaveValue('World')
  })

  it('takes keywords with commas between them', async () => {
    const { user, says } = await stageStory()
    await user.click(screen.getByRole('button', { name: 'More' }))
    await user.type(textbox('Keywords'), 'ports,  strikes, ports, ')
    expect(textbox('Keywords')).toHaveValue('ports,  strikes, ports, ')
    expect(says().fields.keywords).toEqual(['ports', 'strikes'])
    await user.tab()
    expect(textbox('Keywords')).toHaveValue('ports, strikes')
  })

  it('says what stands behind "More" while that is closed', async () => {
    const { user, setOpen, open } = await stageStory(
      content({ fields: { keywords: ['ports'], deskNote: '(Reporting by Jane Doe)' } }),
    )
    expect(screen.getByText('Has keywords and desk note')).toBeVisible()
    const embargo = { at: '2026-12-01T11:00:00.000Z', zone: 'America/New_York' }
    setOpen({ record: { ...open().record, embargo } })
    expect(screen.getByText('Has embargo, keywords and desk note')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'More' }))
    expect(screen.queryByText(/^Has /u)).toBeNull()
  })

  it('gives the texts the language that is chosen', async () => {
    const { user } = await stageStory()
    await user.click(screen.getByRole('button', { name: 'More' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'ar')
    for (const name of ['Headline', 'Dek', 'Body']) {
      expect(textbox(name)).toHaveAttribute('lang', 'ar')
      expect(textbox(name)).toHaveAttribute('dir', 'rtl')
    }
  })

  it('sets and lifts an embargo, in the zone that was meant', async () => {
    const { user, open, store } = await stageStory()
    await user.click(screen.getByRole('button', { name: 'More' }))
    const clock = screen.getByLabelText('Embargo')
    await user.type(clock, '2026-12-01T06:00')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Zone' }), 'America/New_York')
    await user.click(screen.getByRole('button', { name: 'Set embargo' }))
    await screen.findByText(/Embargoed until 1 Dec 2026, 06:00/u)
    expect(open().record.embargo).toEqual({ at: '2026-12-01T11:00:00.000Z', zone: 'America/New_York' })
    await user.click(screen.getByRole('button', { name: 'Lift embargo' }))
    await screen.findByText('No embargo')
    expect(store.getState().notices.at(-1)?.offer?.label).toBe('Undo')
  })
})

describe('lengths', () => {
  it.each([
    { length: 57, said: '57 of 90 characters' },
    { length: 90, said: '90 of 120 characters, long' },
    { length: 121, said: '121 of 120 characters, too long' },
  ])('a headline of $length is counted: $said', async ({ length, said }) => {
    await stageStory(content({ headline: plainSpans('a'.repeat(length)) }))
    expect(screen.getByText(said)).toBeInTheDocument()
  })

  it('counts what a reader would count, and changes with the text', async () => {
    const { open } = await stageStory(content({ headline: plainSpans('👩‍🚒 é') }))
    expect(screen.getByText('3 of 90 characters')).toBeInTheDocument()
    act(() => open().session.doc.getText('headline').insert(0, 'ab'))
    expect(screen.getByText('5 of 90 characters')).toBeInTheDocument()
  })
})
