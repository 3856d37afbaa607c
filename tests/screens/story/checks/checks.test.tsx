// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CheckReport, ReportedFlag } from '../../../../src/domain/checks/check-report.ts'
import { BLANK_REPORT } from '../../../../src/domain/checks/check-report.ts'
import { readIgnored } from '../../../../src/domain/checks/ignored.ts'
import { openSuggestions } from '../../../../src/domain/suggestions/open-suggestions.ts'
import { spansText } from '../../../../src/domain/story-content.ts'
import { announcedNow } from '../../../../src/ui/announce.ts'
import { flagOf, inBody } from '../../../domain/checks/flags.ts'
import type { StoryStage } from '../story-stage.tsx'
import { content, IDA, stageStory } from '../story-stage.tsx'

const STORY = content({
  headline: [{ text: 'Zelenskiy speaks', marks: {} }],
  body: [
    { kind: 'paragraph', level: 0, spans: [{ text: 'He saw teh sea, and teh ships.', marks: {} }] },
    { kind: 'paragraph', level: 0, spans: [{ text: 'Zelensky  spoke.', marks: {} }] },
  ],
  fields: { place: 'Kyiw' },
})

const NAME = flagOf({
  id: 'name',
  kind: 'consistency',
  check: 'person-spelt-two-ways',
  rule: 'person-spelt-two-ways',
  words: 'Zelenskiy',
  message: '“Zelenskiy” here, “Zelensky” in the body.',
  fixes: ['Zelensky'],
  range: { place: { to: 'text', text: 'headline', block: 0 }, from: 0, to: 9 },
})
const FIRST = flagOf({ id: 'teh 1', range: inBody(0, 7, 10), before: 'He saw ' })
const SECOND = flagOf({ id: 'teh 2', range: inBody(0, 20, 23) })
const SPACES = flagOf({
  id: 'spaces',
  kind: 'style',
  check: 'double-space',
  rule: 'double-space',
  words: '  ',
  message: 'Two spaces between two words.',
  fixes: [' '],
  range: inBody(1, 8, 10),
})
const PLACE = flagOf({
  id: 'place',
  words: 'Kyiw',
  rule: 'kyiw',
  fixes: ['Kyiv'],
  range: { place: { to: 'field', field: 'place' }, from: 0, to: 4 },
})
const ALL: readonly ReportedFlag[] = [NAME, PLACE, FIRST, SECOND, SPACES]

const report = (change: Partial<CheckReport> = {}): CheckReport => ({
  ...BLANK_REPORT,
  flags: ALL,
  isComplete: true,
  speller: 'harper',
  ...change,
})

async function stage(
  change: Partial<CheckReport> = {},
  how: Parameters<typeof stageStory>[1] = {},
): Promise<StoryStage> {
  const story = await stageStory(STORY, how)
  story.setOpen({ checks: report(change) })
  return story
}
async function openTab(story: StoryStage): Promise<HTMLElement> {
  await story.user.click(screen.getByRole('tab', { name: 'Checks' }))
  return screen.findByRole('list', { name: 'Found by the checks' })
}
const rowOf = (list: HTMLElement, words: string, index = 0): HTMLElement => {
  const found = within(list)
    .getAllByRole('listitem')
    .filter((row) => row.querySelector('mark')?.textContent.trim() === words)[index]
  if (!found) throw new Error(`No row with ${words}`)
  return found
}
const opened = async (story: StoryStage, words: string): Promise<HTMLElement> => {
  const list = await openTab(story)
  await story.user.click(within(rowOf(list, words)).getByTitle('Go to it in the story'))
  return rowOf(list, words)
}
const body = (story: StoryStage): readonly string[] =>
  story.says().body.map((block) => ('spans' in block ? spansText(block.spans) : ''))
const card = (): HTMLElement | null => document.querySelector('section[role=dialog]')
/** The card, once it has the focus. */
async function entered(): Promise<HTMLElement> {
  await waitFor(() => expect(card()?.contains(document.activeElement)).toBe(true))
  const found = card()
  if (!found) throw new Error('No card')
  return found
}
const underlined = (): readonly string[] =>
  [...document.querySelectorAll('[role=textbox] [data-flag]')].map(({ textContent }) => textContent)

// They are loaded when first shown; here they are there from the start.
beforeAll(async () => {
  await Promise.all([
    import('../../../../src/screens/story/checks/check-walk.tsx'),
    import('../../../../src/screens/story/checks/flag-card.tsx'),
    import('../../../../src/screens/story/checks-tab.tsx'),
  ])
}, 60_000)

describe('in the texts', () => {
  test('what was found is underlined, and each kind in its way', async () => {
    await stage()
    await waitFor(() => expect(underlined().toSorted()).toEqual(['  ', 'Zelenskiy', 'teh', 'teh']))
    const kinds = [...document.querySelectorAll<HTMLElement>('[role=textbox] [data-flag]')]
    expect(new Set(kinds.map(({ dataset }) => dataset['flagKind']))).toEqual(
      new Set(['style', 'spelling', 'consistency']),
    )
  })

  test('what was found in a plain field stands beneath it', async () => {
    await stage()
    const group = screen.getByRole('group', { name: 'Dateline' })
    expect(within(group).getByRole('button', { name: 'Kyiw Spelling' })).toBeInTheDocument()
  })
})

describe('the list', () => {
  test('has everything in reading order, counts what is wrong, and shows one kind', async () => {
    const story = await stage({
      flags: [...ALL, flagOf({ id: 'advice', weight: 'advice', words: 'utilise' })],
    })
    expect(screen.getByRole('tab', { name: 'Checks' })).toHaveTextContent('Checks5')
    const list = await openTab(story)
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((row) => row.querySelector('mark')?.textContent),
    ).toEqual(['Zelenskiy', 'Kyiw', 'teh', 'teh', '  ', 'utilise'])
    await story.user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Style (1)')
    expect(within(list).getAllByRole('listitem')).toHaveLength(1)
  })

  test('says why it is not whole', async () => {
    const story = await stage({
      flags: [],
      speller: 'dictionary',
      stopped: [{ rule: 'runaway', words: 'aaa' }],
      broken: 'house style',
    })
    await story.user.click(screen.getByRole('tab', { name: 'Checks' }))
    expect(await screen.findByText('The checks found nothing.')).toBeInTheDocument()
    expect(screen.getByText(/House style can’t be checked/u)).toBeInTheDocument()
    expect(screen.getByText(/plain dictionary/u)).toBeInTheDocument()
    expect(screen.getByText(/The house rule runaway took too long/u)).toBeInTheDocument()
    story.setOpen({ checks: report({ flags: [], broken: 'everything', isComplete: false }) })
    expect(screen.getByText(/The checks can’t run in this browser/u)).toBeInTheDocument()
    expect(screen.queryByText(/Spelling/u)).not.toBeInTheDocument()
  })

  test('tells how the story reads, with the way to its longest sentences', async () => {
    const story = await stage({
      readability: {
        sentences: 4,
        paragraphs: 2,
        wordsPerSentence: 21.25,
        sentencesPerParagraph: 2,
        passive: 0.25,
        ease: 48.2,
        hardest: [{ range: inBody(1, 0, 16), words: 44, isPassive: true }],
      },
    })
    await openTab(story)
    const figures = screen.getByRole('region', { name: 'Readability' })
    for (const text of ['21.3', '25%', '48']) expect(within(figures).getByText(text)).toBeInTheDocument()
    await story.user.click(
      within(figures).getByRole('button', { name: 'A sentence of 44 words, in the passive' }),
    )
    expect(screen.getByRole('textbox', { name: 'Body' })).toHaveFocus()
  })
})

describe('a fix', () => {
  test('puts the words right, says so, and is one step of undo', async () => {
    const story = await stage()
    const row = await opened(story, 'teh')
    await story.user.click(within(row).getByRole('button', { name: 'Replace with “the”' }))
    expect(body(story)[0]).toBe('He saw the sea, and teh ships.')
    expect(announcedNow()).toMatch(/^Replaced/u)
    story.store.actions.undo(story.id)
    expect(body(story)[0]).toBe('He saw teh sea, and teh ships.')
  })

  test('of all like it is one step too, over all places', async () => {
    const story = await stage()
    const row = await opened(story, 'teh')
    await story.user.click(within(row).getByRole('button', { name: 'Replace all 2 like this' }))
    expect(body(story)[0]).toBe('He saw the sea, and the ships.')
    expect(announcedNow()).toMatch(/^2 replaced/u)
    story.store.actions.undo(story.id)
    expect(body(story)[0]).toBe('He saw teh sea, and teh ships.')
  })

  test('over texts and fields at once is one step of undo', async () => {
    const alike = { check: 'spelling', rule: 'k', kind: 'spelling' } as const
    const story = await stage({
      flags: [
        { ...NAME, ...alike },
        { ...PLACE, ...alike },
        { ...FIRST, ...alike },
      ],
    })
    const row = await opened(story, 'teh')
    await story.user.click(within(row).getByRole('button', { name: 'Replace all 3 of this kind' }))
    const said = (): readonly string[] => [
      spansText(story.says().headline),
      story.says().fields.place,
      body(story)[0]?.slice(0, 10) ?? '',
    ]
    expect(said()).toEqual(['Zelensky speaks', 'Kyiv', 'He saw the'])
    // The list stays in sight, though the headline had to be brought on the page.
    expect(screen.getByRole('tab', { name: 'Checks', selected: true })).toBeInTheDocument()
    story.store.actions.undo(story.id)
    expect(said()).toEqual(['Zelenskiy speaks', 'Kyiw', 'He saw teh'])
  })

  test('while suggesting is one suggestion, and leaves the text of before', async () => {
    const story = await stage()
    story.store.actions.setSuggesting(story.id, true)
    const row = await opened(story, 'teh')
    await story.user.click(within(row).getByRole('button', { name: 'Suggest “the”' }))
    const { doc } = story.open().session
    expect(openSuggestions(doc).map(({ before, after }) => [before, after])).toEqual([['eh', 'he']])
  })

  test('leaves words alone that were changed meanwhile, and says so', async () => {
    const story = await stage()
    // The field takes the place of the list, so that a card stands at it.
    await opened(story, 'Kyiw')
    const button = await screen.findByRole('button', { name: 'Replace with “Kyiv”' })
    expect(screen.getByRole('textbox', { name: 'Place' })).toHaveFocus()
    act(() => story.store.actions.setField(story.id, 'place', 'Lviv'))
    await story.user.click(button)
    expect(story.says().fields.place).toBe('Lviv')
    expect(announcedNow()).toMatch(/^The words have changed: left as they are/u)
  })

  test('is not offered where one may only read and comment; what is found is seen', async () => {
    const story = await stage({}, { becomes: IDA })
    const row = await opened(story, 'teh')
    expect(within(row).queryByRole('button', { name: /Replace/u })).not.toBeInTheDocument()
    expect(within(row).getByRole('button', { name: 'Ignore here' })).toBeInTheDocument()
    expect(underlined()).toContain('teh')
  })

  test.each([
    [SPACES, 'Replace with “one space”'],
    [flagOf({ id: 'out', words: 'teh', fixes: [''], range: inBody(0, 7, 10) }), 'Take out “teh”'],
  ])('says what it does: %#', async (flag, name) => {
    const story = await stage({ flags: [flag] })
    await opened(story, flag.words.trim())
    expect(screen.getByRole('button', { name })).toBeInTheDocument()
  })
})

describe('what may stand', () => {
  test.each([
    ['Ignore here', 'here'],
    ['Ignore in this story', 'story'],
  ] as const)('by “%s” is remembered with who said so', async (name, scope) => {
    const story = await stage()
    const row = await opened(story, 'teh')
    await story.user.click(within(row).getByRole('button', { name }))
    expect(readIgnored(story.open().session.doc)).toMatchObject([
      { scope, words: 'teh', check: 'spelling', before: 'He saw ', by: 'jane' },
    ])
  })

  test('is listed, with who, and flagged again when asked for', async () => {
    const story = await stage()
    const row = await opened(story, 'teh')
    await story.user.click(within(row).getByRole('button', { name: 'Ignore here' }))
    const [by] = readIgnored(story.open().session.doc)
    if (!by) throw new Error('nothing ignored')
    story.setOpen({ checks: report({ flags: [SECOND], ignored: [{ flag: FIRST, by }] }) })
    await story.user.click(screen.getByText('Ignored (1)'))
    const ignored = screen.getByRole('list', { name: 'Ignored' })
    expect(ignored).toHaveTextContent(/teh: Spelling/u)
    expect(ignored).toHaveTextContent(/Jane Doe, here,/u)
    await story.user.click(within(ignored).getByRole('button', { name: 'Flag it again' }))
    expect(readIgnored(story.open().session.doc)).toEqual([])
  })
})

describe('by keyboard', () => {
  test('F7 goes from flag to flag in reading order and comes round; Shift+F7 goes back', async () => {
    const story = await stage()
    const names: string[] = []
    for (let presses = 0; presses < 6; presses += 1) {
      await story.user.keyboard('{F7}')
      names.push((await entered()).textContent)
    }
    expect(names[0]).toContain('“Zelensky” in the body')
    expect(names[1]).toContain('Dateline')
    expect(names[5]).toBe(names[0])
    expect(announcedNow()).toMatch(/^1 of 5, Headline/u)
    await story.user.keyboard('{Shift>}{F7}{/Shift}')
    await waitFor(() => expect(card()).toHaveTextContent('Two spaces'))
  })

  test('Escape gives the focus back to the text, with the words selected', async () => {
    const story = await stage({ flags: [FIRST, SECOND] })
    await story.user.keyboard('{F7}')
    const shown = await entered()
    expect(shown).toHaveAccessibleName('Spelling')
    expect(shown).toHaveAccessibleDescription(FIRST.message)
    await story.user.keyboard('{Escape}')
    expect(card()).toBeNull()
    expect(screen.getByRole('textbox', { name: 'Body' })).toHaveFocus()
    // From the words that are selected, and not from the first flag again.
    await story.user.keyboard('{F7}')
    await entered()
    expect(announcedNow()).toMatch(/^2 of 2/u)
  })

  test('Enter on the first button puts it right, and the focus is back in the text', async () => {
    const story = await stage({ flags: [FIRST] })
    await story.user.keyboard('{F7}')
    await entered()
    await story.user.keyboard('{Enter}')
    expect(body(story)[0]).toBe('He saw the sea, and teh ships.')
    expect(card()).toBeNull()
    expect(screen.getByRole('textbox', { name: 'Body' })).toHaveFocus()
  })

  test('Tab past the last button leaves the card', async () => {
    const story = await stage({ flags: [FIRST] })
    await story.user.keyboard('{F7}')
    await entered()
    const passed: boolean[] = []
    for (let presses = 0; presses < 9 && card(); presses += 1) {
      passed.push(card()?.contains(document.activeElement) === true)
      await story.user.keyboard('{Tab}')
    }
    expect(passed).not.toContain(false)
    expect(passed.length).toBeGreaterThan(2)
    expect(card()).toBeNull()
    expect(screen.getByRole('textbox', { name: 'Body' })).toHaveFocus()
  })

  test('a card that goes because its words did, gives the focus back', async () => {
    const story = await stage({ flags: [FIRST] })
    await story.user.keyboard('{F7}')
    await entered()
    story.setOpen({ checks: report({ flags: [] }) })
    expect(card()).toBeNull()
    expect(screen.getByRole('textbox', { name: 'Body' })).toHaveFocus()
  })

  test('where nothing is found it is said', async () => {
    const story = await stage({ flags: [] })
    await story.user.keyboard('{F7}')
    expect(announcedNow()).toMatch(/^The checks found nothing/u)
  })
})
