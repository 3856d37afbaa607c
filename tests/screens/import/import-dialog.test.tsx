// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { BLANK_CONTENT, plainSpans, spansText } from '../../../src/domain/story-content.ts'
import { toStetJson } from '../../../src/formats/stet-json.ts'
import { ImportDialog } from '../../../src/screens/import/import-dialog.tsx'
import type { NewStory } from '../../../src/backends/backend.ts'
import { violations } from '../../ui/violations.ts'
import { giveSize, stage } from '../stage.tsx'

let restore: () => void
beforeEach(() => {
  restore = giveSize()
})
afterEach(() => {
  restore()
})

const COPY = `World
Ferry strike strands islanders for a third day
Operator blames a dispute over winter rosters
By Jane Doe, Example News

OBAN, Sept 3 (Reuters) - Hundreds of islanders were stranded on Wednesday.

A second paragraph says why it happened, and for how long it may go on.
ENDS
`

function open() {
  const close = vi.fn<() => void>()
  const stood = stage(<ImportDialog onClose={close} />)
  const made = (): NewStory => {
    const [task] = stood.tasks()
    if (task?.type !== 'create') throw new Error('no story was made')
    return task.story
  }
  return { ...stood, close, made, copy: screen.getByRole('textbox', { name: 'Wire copy' }) }
}

/** As a paste without formatting: typing copy key by key takes long. */
const fill = (copy: HTMLElement, text: string): void => {
  fireEvent.input(copy, { target: { value: text } })
}

const press = async (name: string): Promise<void> => {
  await userEvent.click(screen.getByRole('button', { name }))
}

const pieces = (): Promise<HTMLElement> => screen.findByRole('list', { name: 'What goes where' })
const targetOf = (words: string): HTMLElement =>
  screen.getByRole('combobox', { name: (name) => name.startsWith(`Where “${words}`) })

test('asks for copy and shows in advance what a preview is for', async () => {
  const { copy } = open()
  expect(screen.getByRole('dialog', { name: 'Import copy' })).toBeVisible()
  expect(copy).toBeVisible()
  const accepted = screen.getByLabelText('Copy file').getAttribute('accept')?.split(',')
  expect(accepted).toEqual(expect.arrayContaining(['.txt', '.html', '.md', '.json']))
  expect(screen.getByRole('region', { name: 'Preview' })).toHaveTextContent(/each piece of it appears here/)
  expect(await violations()).toEqual([])
})

test('shows each piece in the order of the source, with the field that it goes to', async () => {
  const { copy } = open()
  fill(copy, COPY)
  const list = await pieces()
  expect(targetOf('World')).toHaveDisplayValue('Section')
  expect(targetOf('Ferry strike')).toHaveDisplayValue('Headline')
  expect(targetOf('Operator')).toHaveDisplayValue('Dek')
  expect(targetOf('Jane Doe')).toHaveDisplayValue('Author')
  expect(targetOf('OBAN')).toHaveDisplayValue('Place')
  expect(targetOf('A second paragraph')).toHaveDisplayValue('Paragraph')
  expect(list).toHaveTextContent(/World.*Ferry strike.*Operator.*Jane Doe.*OBAN.*second paragraph.*ENDS/)
  expect(await violations()).toEqual([])
})

test('lists what is left out, with the reason', async () => {
  const { copy } = open()
  fill(copy, COPY)
  await pieces()
  const out = screen.getByText(/^Left out: \d+$/).closest('details')
  expect(out).toHaveTextContent(/ENDS – .*end/i)
})

test('makes the story as shown and opens it', async () => {
  const { copy, made, close, address } = open()
  fill(copy, COPY)
  await pieces()
  await press('Import')
  await waitFor(() => {
    expect(close).toHaveBeenCalledTimes(1)
  })
  const { id, content, source } = made()
  expect(address()).toBe(`/stories/${id}`)
  expect(spansText(content.headline)).toBe('Ferry strike strands islanders for a third day')
  expect(content.fields).toMatchObject({ section: 'World', organisation: 'Example News', source: 'Reuters' })
  expect(content.authors).toMatchObject([{ name: 'Jane Doe' }])
  expect(content.body).toHaveLength(2)
  expect(source?.text).toBe(COPY)
})

test('imports what stands in the box even when it was pressed before it was read', async () => {
  const { copy, made } = open()
  fill(copy, COPY)
  await press('Import')
  await waitFor(() => {
    expect(spansText(made().content.headline)).toMatch(/^Ferry strike/)
  })
})

test.each(['{Control>}{Enter}{/Control}', '{Meta>}{Enter}{/Meta}'])('%s imports', async (keys) => {
  const { copy, made } = open()
  await userEvent.click(copy)
  fill(copy, COPY)
  await userEvent.keyboard(keys)
  await waitFor(() => {
    expect(made().content.fields.section).toBe('World')
  })
})

test('without copy says what to do, and makes nothing', async () => {
  const { copy, tasks, close } = open()
  await press('Import')
  expect(await screen.findByRole('alert')).toHaveTextContent('There is nothing to import yet.')
  expect(tasks()).toEqual([])
  expect(close).not.toHaveBeenCalled()
  fill(copy, 'x')
  expect(screen.queryByRole('alert')).toBeNull()
})

describe('a piece', () => {
  test('that is a date says how it was read, or that it could not be', async () => {
    const { copy } = open()
    fill(copy, COPY.replace('Sept 3', 'Sept 3, 2025'))
    await pieces()
    expect(screen.getByText('Read as 3 September 2025')).toBeVisible()
    await userEvent.selectOptions(targetOf('World'), 'Date')
    expect(screen.getByText(/^Not a date that Stet can read/)).toBeVisible()
  })

  test('is moved to another field, at once and in what is imported', async () => {
    const { copy, made } = open()
    fill(copy, COPY)
    await pieces()
    await userEvent.selectOptions(targetOf('Operator'), 'Left out')
    expect(targetOf('Operator')).toHaveDisplayValue('Left out')
    await userEvent.selectOptions(targetOf('A second'), 'Heading 2')
    await press('Import')
    await waitFor(() => {
      expect(made().content.dek).toEqual([])
    })
    expect(made().content.body.map((block) => block.kind)).toEqual(['paragraph', 'heading2'])
  })

  test('stays where it was moved when the rest of the copy is edited', async () => {
    const { copy } = open()
    fill(copy, COPY)
    await pieces()
    await userEvent.selectOptions(targetOf('Operator'), 'Desk note')
    fill(copy, COPY.replace('Hundreds', 'Thousands'))
    expect(
      await within(await pieces()).findByText('Thousands of islanders were stranded on Wednesday.'),
    ).toBeVisible()
    expect(targetOf('Operator')).toHaveDisplayValue('Desk note')
  })
})

describe('a file', () => {
  const give = async (name: string, bytes: BlobPart, type = ''): Promise<void> => {
    const file = new File([bytes], name, { type })
    await userEvent.upload(screen.getByLabelText('Copy file'), file)
  }

  test('in Markdown keeps its structure', async () => {
    const { made } = open()
    await give(
      'story.md',
      '# A headline for the ferry\n\nA paragraph of text.\n\n## A crosshead\n\n- an item\n',
    )
    expect(await screen.findByText('story.md')).toBeVisible()
    await pieces()
    await press('Import')
    await waitFor(() => {
      expect(made().content.body.map((block) => block.kind)).toEqual(['paragraph', 'heading2', 'bullet'])
    })
    expect(made().source).toMatchObject({ name: 'story.md', type: 'text/markdown' })
  })

  test('of Stet is one story, complete, and becomes a new one', async () => {
    const { made } = open()
    const content = {
      ...BLANK_CONTENT,
      headline: plainSpans('Ferry strike ends'),
      fields: { ...BLANK_CONTENT.fields, slug: 'ferry', deskNote: 'Hold for the map' },
    }
    await give('ferry.json', toStetJson({ content, pictures: [], source: null }))
    expect(await screen.findByText('Ferry strike ends')).toBeVisible()
    expect(screen.getByText(/a story that is on this desk already stays as it is/)).toBeVisible()
    await press('Import')
    await waitFor(() => {
      expect(made().content).toEqual(content)
    })
  })

  test('that is not text is refused with a message, and nothing is made', async () => {
    const { tasks, close } = open()
    await give('photo.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d, 0xff, 0xd8, 0, 1]))
    expect(await screen.findByRole('alert')).toHaveTextContent(/othing was imported/)
    await press('Import')
    expect(tasks()).toEqual([])
    expect(close).not.toHaveBeenCalled()
  })

  test('can be taken away again', async () => {
    open()
    await give('story.txt', COPY)
    await pieces()
    await press('Remove')
    expect(screen.queryByText('story.txt')).toBeNull()
    expect(screen.queryByRole('list', { name: 'What goes where' })).toBeNull()
  })

  test('is dropped on the dialog', async () => {
    const { copy } = open()
    const file = new File([COPY], 'dropped.txt')
    const dataTransfer = { files: [file], types: ['Files'] }
    fireEvent.dragOver(copy, { dataTransfer })
    expect(fireEvent.drop(copy, { dataTransfer })).toBe(false)
    expect(await screen.findByText('dropped.txt')).toBeVisible()
    expect(within(await pieces()).getByText(/^Ferry strike/)).toBeVisible()
  })
})

describe('a paste', () => {
  const HTML =
    '<h1>A headline for the ferry</h1><p>Text with <b>bold</b> words.</p><h2>Crosshead</h2><p>More.</p>'
  const paste = (copy: HTMLElement, data: Readonly<Record<string, string>>): boolean =>
    fireEvent.paste(copy, { clipboardData: { files: [], getData: (type: string) => data[type] ?? '' } })

  test('with formatting keeps it, until the plain text is asked for', async () => {
    const { copy } = open()
    expect(
      paste(copy, { 'text/html': HTML, 'text/plain': 'A headline for the ferry\nText with bold words.' }),
    ).toBe(false)
    expect(copy).toHaveValue('A headline for the ferry\nText with bold words.')
    await pieces()
    expect(targetOf('Crosshead')).toHaveDisplayValue('Heading 2')
    await press('Use the plain text')
    await waitFor(() => {
      expect(screen.queryByText('Crosshead')).toBeNull()
    })
  })

  test('into other text is left to the browser', () => {
    const { copy } = open()
    fill(copy, 'Something else')
    ;(copy as HTMLTextAreaElement).setSelectionRange(3, 3)
    expect(paste(copy, { 'text/html': HTML, 'text/plain': 'x' })).toBe(true)
  })
})

test('a long copy has only the pieces in sight in the page', async () => {
  const { copy } = open()
  fill(copy, `A headline for it\n\n${'A paragraph of the long story.\n\n'.repeat(3000)}`)
  const list = await pieces()
  const rows = within(list).getAllByRole('listitem')
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.length).toBeLessThan(60)
  expect(rows[0]).toHaveAttribute('aria-setsize', '3001')
})
