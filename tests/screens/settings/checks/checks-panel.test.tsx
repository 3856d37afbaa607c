// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CheckSettings } from '../../../../src/domain/checks/check-settings.ts'
import { CHECK_SETTINGS } from '../../../../src/domain/checks/check-settings.ts'
import type { Person } from '../../../../src/domain/person.ts'
import { ChecksPanel } from '../../../../src/screens/settings/checks/checks-panel.tsx'
import { BLANK_TRIAL } from '../../../../src/store/stories-trial.ts'
import { ruleOf } from '../../../domain/checks/house-rules.ts'
import { violations } from '../../../ui/violations.ts'
import { IDA, JANE, KIT, stage } from '../../stage.tsx'
import { HereWorker, living } from './here-worker.ts'

beforeEach(() => {
  vi.stubGlobal('Worker', HereWorker)
  living.clear()
})
afterEach(() => vi.unstubAllGlobals())

const FERRY = ruleOf('ferry', {
  replacement: 'boat',
  category: 'Ships',
  tags: ['Sea'],
  description: 'It floats.',
})
const OPEN = ruleOf('open', { pattern: '(open', category: 'Broken' })

function show(change: Partial<CheckSettings> = {}, me: Person = IDA) {
  const value = { ...CHECK_SETTINGS, starter: 'none', ...change } as const
  const shown = stage(<ChecksPanel />, { state: { me, checkSettings: { status: 'ready', value } } })
  const asked = () =>
    shown.tasks().map((task) => (task.type === 'change checks' ? task.change : { type: task.type }))
  return { ...shown, asked }
}
const open = (name: RegExp) => userEvent.click(screen.getByText(name))
const rules = () => screen.getByRole('list', { name: 'House rules' })

test('a chief sets whose spelling is right, what rules there are to begin with, and datelines', async () => {
  const { asked } = show()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Spelling' }), 'American')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Rules to begin with' }), 'British')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: /Datelines/u }), 'PA')
  expect(asked()).toEqual([
    { type: 'set', settings: { dialect: 'American' } },
    { type: 'set', settings: { starter: 'British' } },
    { type: 'set', settings: { datelineStyle: 'PA' } },
  ])
})

test('every check says what it looks for, and is switched', async () => {
  const { asked } = show({ checksOff: ['tk'] })
  await open(/What is checked/u)
  const checks = within(await screen.findByRole('list', { name: 'Checks' }))
  expect(checks.getByRole('checkbox', { name: 'TK' })).not.toBeChecked()
  expect(checks.getByRole('checkbox', { name: 'Grammar' })).toHaveAccessibleDescription(/Sentences/u)
  await userEvent.click(checks.getByRole('checkbox', { name: 'TK' }))
  await userEvent.click(checks.getByRole('checkbox', { name: 'Grammar' }))
  expect(asked()).toEqual([
    { type: 'switch checks', names: ['tk'], isOn: true },
    { type: 'switch checks', names: ['grammar'], isOn: false },
  ])
})

test('a sub-editor adds words, looks for them and takes them back, and changes nothing else', async () => {
  const row = { check: 'word-twice', rule: 'word-twice', words: 'had had' }
  const { asked } = show({ deskWords: ['Élysée', 'Kyiv'], allowed: [row] }, KIT)
  expect(screen.getByRole('combobox', { name: 'Spelling' })).toBeDisabled()
  await open(/Always allowed/u)
  const list = within(await screen.findByRole('list', { name: 'Always allowed' }))
  await userEvent.click(screen.getByRole('button', { name: 'Add' }))
  expect(screen.getByRole('textbox', { name: /spelt right/u })).toBeInvalid()
  await userEvent.type(screen.getByRole('textbox', { name: /spelt right/u }), ' Zelenskyy {Enter}')
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search allowed words' }), 'elysee')
  expect(list.getAllByRole('listitem')).toHaveLength(1)
  await userEvent.click(list.getByRole('button', { name: 'No longer allow “Élysée”' }))
  await userEvent.clear(screen.getByRole('searchbox'))
  await userEvent.click(list.getByRole('button', { name: /had had.*same word twice/u }))
  expect(asked()).toEqual([
    { type: 'allow', words: ['Zelenskyy'], allowed: [] },
    { type: 'disallow', words: ['Élysée'], allowed: [] },
    { type: 'disallow', words: [], allowed: [row] },
  ])
})

test('a reporter reads all of it and changes nothing', async () => {
  show({ rules: [FERRY], deskWords: ['Kyiv'] }, JANE)
  expect(screen.getByText(/A chief changes it/u)).toBeVisible()
  await open(/What is checked/u)
  for (const box of await screen.findAllByRole('checkbox')) expect(box).toBeDisabled()
  await open(/Always allowed/u)
  await screen.findByRole('list', { name: 'Always allowed' })
  await open(/^House rules/u)
  await waitFor(() => expect(within(rules()).getByText(/boat/u)).toBeVisible())
  for (const name of [/^Add/u, /^Edit/u, /^Remove/u, /^Switch/u, /No longer/u, /^Import/u]) {
    expect(screen.queryByRole('button', { name })).toBeNull()
  }
  expect(screen.getByRole('button', { name: 'Export as CSV' })).toBeEnabled()
})

test('rules that can’t run are listed with their reason', async () => {
  show({ rules: [FERRY, OPEN] })
  await open(/^House rules/u)
  expect(await screen.findByText('Can’t run', { selector: 'li *' })).toBeVisible()
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'broken')
  expect(within(rules()).getAllByRole('listitem')).toHaveLength(1)
  expect(within(rules()).getByText('(open')).toBeVisible()
  expect(await violations()).toEqual([])
})

test('rules are found by words, category and tag', async () => {
  show({ rules: [FERRY, OPEN, ruleOf('train', { tags: ['Land'] })] })
  await open(/^House rules/u)
  const found = async (names: readonly string[]) => {
    await waitFor(() => {
      const said = within(rules())
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent)
      expect(names.filter((name, at) => said[at]?.includes(name) !== true)).toEqual([])
      expect(said).toHaveLength(names.length)
    })
  }
  await found(['ferry', '(open', 'train'])
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Tag' }), 'Land')
  await found(['train'])
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Tag' }), 'Every tag')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Category' }), 'Ships')
  await found(['ferry'])
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Category' }), 'Every category')
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search rules' }), 'TRAIN')
  await found(['train'])
})

test('a long list is read page by page', async () => {
  show({ rules: Array.from({ length: 53 }, (_, at) => ruleOf(`rule-${at}`)) }, JANE)
  await open(/^House rules/u)
  expect(await screen.findByText('1 to 50 of 53')).toBeVisible()
  expect(screen.queryByText(/rule-50/u)).toBeNull()
  await userEvent.click(screen.getByLabelText('Next rules'))
  expect(screen.getByText('51 to 53 of 53')).toBeVisible()
  expect(screen.getByText(/rule-50/u)).toBeVisible()
  expect(screen.getByLabelText('Next rules')).toBeDisabled()
})

test('rules are switched: own ones in themselves, those of the starter set by their id', async () => {
  const off = { ...OPEN, isOff: true }
  const { asked } = show({ rules: [FERRY, off], starter: 'British' })
  await open(/^House rules/u)
  await waitFor(() => expect(screen.getByRole('button', { name: /^Switch off .*ferry/u })).toBeVisible())
  await userEvent.click(screen.getByRole('button', { name: /^Switch off .*ferry/u }))
  await userEvent.click(screen.getByRole('button', { name: /^Switch on \(open/u }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'starter')
  const [first] = await screen.findAllByLabelText(/^Switch off/u)
  if (first) await userEvent.click(first)
  expect(asked()).toMatchObject([
    { type: 'put rules', rules: [{ ...FERRY, isOff: true }] },
    { type: 'switch rules', names: ['open'], isOn: true },
    { type: 'put rules', rules: [{ ...off, isOff: false }] },
    { type: 'switch rules', isOn: false },
  ])
})

test('a rule is written, tried on a text meanwhile, and added', async () => {
  const { asked } = show()
  await open(/^House rules/u)
  await userEvent.click(await screen.findByRole('button', { name: 'Add rule' }))
  const form = within(screen.getByRole('form', { name: 'Add rule' }))
  await userEvent.click(form.getByRole('button', { name: 'Save rule' }))
  const pattern = form.getByRole('textbox', { name: 'Looks for' })
  expect(pattern).toBeInvalid()
  await userEvent.type(pattern, '(ferr')
  expect(pattern).toBeInvalid()
  await userEvent.type(pattern, '(ies|y))')
  expect(pattern).toBeValid()
  await userEvent.click(form.getByRole('checkbox', { name: /what should stand there/u }))
  await userEvent.type(form.getByRole('textbox', { name: 'Should be' }), '$9')
  expect(form.getByRole('textbox', { name: 'Should be' })).toBeInvalid()
  await userEvent.clear(form.getByRole('textbox', { name: 'Should be' }))
  await userEvent.type(form.getByRole('textbox', { name: 'Should be' }), 'boat')
  await userEvent.type(form.getByRole('textbox', { name: 'Tags' }), 'Sea, Ships')
  await userEvent.type(form.getByRole('textbox', { name: 'Test it on a text' }), 'Two ferries.')
  expect(await form.findByText('1 hit')).toBeVisible()
  expect(within(form.getByRole('list', { name: 'Hits' })).getByText('ferries')).toBeVisible()
  expect(await violations()).toEqual([])
  await userEvent.click(form.getByRole('button', { name: 'Save rule' }))
  expect(asked()).toMatchObject([
    { type: 'put rules', rules: [{ pattern: '(ferr(ies|y))', replacement: 'boat', tags: ['Sea', 'Ships'] }] },
  ])
  expect(screen.queryByRole('form', { name: 'Add rule' })).toBeNull()
})

test('a rule is edited and removed', async () => {
  const { asked } = show({ rules: [FERRY] })
  await open(/^House rules/u)
  await userEvent.click(await screen.findByRole('button', { name: /^Edit .*ferry/u }))
  const form = within(screen.getByRole('form', { name: 'Edit rule' }))
  await userEvent.click(form.getByRole('checkbox', { name: 'Only worth a look' }))
  await userEvent.click(form.getByRole('button', { name: 'Save rule' }))
  await userEvent.click(screen.getByRole('button', { name: /^Remove .*ferry/u }))
  expect(asked()).toEqual([
    { type: 'put rules', rules: [{ ...FERRY, isAdvisory: true }] },
    { type: 'remove rules', ids: ['ferry'] },
  ])
})

test('rules that are on are tried on all stories, and hits lead to their stories', async () => {
  const { store, tasks } = show({ rules: [FERRY, { ...OPEN, isOff: true }] })
  await open(/^House rules/u)
  await userEvent.click(await screen.findByRole('button', { name: 'Test against all stories' }))
  expect(tasks()).toEqual([{ type: 'try rules', rules: [FERRY] }])
  const hit = {
    story: 's1',
    headline: 'A story',
    rule: 'ferry',
    before: 'The ',
    words: 'ferry',
    after: ' left',
    fixes: [],
  }
  const running = { ...BLANK_TRIAL, done: 5, total: 20, hits: [hit], count: 1, byRule: { ferry: 1 } }
  act(() => store.setState({ storiesTrial: running }))
  expect(screen.getByRole('progressbar', { name: 'Stories looked at' })).toHaveAttribute('value', '5')
  expect(screen.getByText('Looking: 5 of 20 stories, 1 hit.')).toBeVisible()
  expect(within(rules()).getByText('1 hit')).toBeVisible()
  const hits = within(screen.getByRole('list', { name: 'Hits in stories' }))
  expect(hits.getByRole('link', { name: 'A story' })).toHaveAttribute('href', '/stories/s1')
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
  expect(tasks().at(-1)).toEqual({ type: 'stop trial' })
  act(() => store.setState({ storiesTrial: { ...running, status: 'done', done: 20, left: 3, count: 400 } }))
  expect(
    screen.getByText(/20 of 20 stories: 400 hits, of which the first 1 .* 3 older stories/u),
  ).toBeVisible()
})

test('a file of rules shows what it changes before anything is changed', async () => {
  const { asked } = show({ rules: [FERRY, ruleOf('other')] })
  await open(/^House rules/u)
  await screen.findByRole('button', { name: 'Import rules' })
  const file = (text: string, name = 'rules.json') => new File([text], name, { type: 'application/json' })
  const upload = (chosen: File) => userEvent.upload(screen.getByLabelText('File of rules'), chosen)
  await upload(file('no rules at all', 'rules.csv'))
  expect(await screen.findByRole('alert')).toHaveTextContent('no rule was changed')
  const sheet =
    'Type,Pattern,Replacement,Category,Tags,Description,ID\nregex,ferry,ship,Ships,,,ferry\nregex,new,,Test,,,new\nodd,x,,,,,odd\n'
  await upload(file(sheet, 'rules.csv'))
  const dialog = within(await screen.findByRole('dialog', { name: 'Import “rules.csv”' }))
  expect(screen.queryByRole('alert')).toBeNull()
  const changes = within(dialog.getByRole('list', { name: 'What changes' }))
  expect(changes.getByText('1 rule will be added.')).toBeVisible()
  expect(changes.getByText(/1 rule will take the place/u)).toBeVisible()
  expect(changes.getByText(/1 rule of the newsroom/u)).toBeVisible()
  expect(within(dialog.getByRole('list', { name: 'What needs a look' })).getByText(/^Row 4/u)).toBeVisible()
  expect(asked()).toEqual([])
  await userEvent.click(dialog.getByRole('button', { name: 'Import' }))
  expect(asked()).toMatchObject([
    { type: 'put rules', rules: [{ id: 'new' }, { id: 'ferry', replacement: 'ship' }] },
  ])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('settings that are still to come, or can’t be read, are said', () => {
  const { store } = stage(<ChecksPanel />, { state: { me: IDA } })
  expect(screen.getByText('Loading…')).toBeVisible()
  act(() => store.setState({ checkSettings: { status: 'failed', message: 'The disk is gone.' } }))
  expect(screen.getByRole('alert')).toHaveTextContent('The disk is gone.')
})
