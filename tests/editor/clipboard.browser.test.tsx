import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Block } from '../../src/domain/story-content.ts'
import type { Desk } from './desk.tsx'
import { headlineOf, openDesk, paragraphs, rowsOf, selectWords } from './desk.tsx'

let desk: Desk | null = null
afterEach(() => {
  desk?.close()
  desk = null
})

const open = async (...args: Parameters<typeof openDesk>): Promise<Desk> => {
  desk = await openDesk(...args)
  return desk
}

const LIST: readonly Block[] = [
  { kind: 'heading2', level: 0, spans: [{ text: 'Head', marks: {} }] },
  { kind: 'bullet', level: 0, spans: [{ text: 'one', marks: { bold: true } }] },
  {
    kind: 'number',
    level: 1,
    spans: [
      { text: 'two', marks: {} },
      { text: ' secret', marks: { note: true } },
    ],
  },
  { kind: 'paragraph', level: 0, spans: [{ text: 'end', marks: {} }] },
]

/** What the real clipboard holds, as another program would get it. */
function flavours(event: ClipboardEvent): Readonly<Record<string, string>> {
  const data = event.clipboardData
  return Object.fromEntries((data?.types ?? []).map((type) => [type, data?.getData(type) ?? '']))
}

describe('copy and paste with the keys of the browser', () => {
  test('inside Stet all is kept: kinds, levels, marks, notes', async () => {
    const here = await open(LIST)
    here.body.view.focus()
    await userEvent.keyboard('{Control>}a{/Control}{Control>}c{/Control}')
    selectWords(here.body, 'end', { end: true })
    await userEvent.keyboard('{Enter}')
    await userEvent.keyboard('{Control>}v{/Control}')
    await expect
      .poll(() => rowsOf(here))
      .toEqual(['## Head', '- one', '  1. two secret', 'end', '## Head', '- one', '  1. two secret', 'end'])
    const copied = here.body.state.doc.child(6)
    expect(copied.lastChild?.marks.map(({ type }) => type.name)).toEqual(['note'])
  })

  test('cut takes away, paste brings back, undo undoes', async () => {
    const here = await open(paragraphs('alpha beta', 'gamma'))
    selectWords(here.body, 'beta', { all: true })
    await userEvent.keyboard('{Control>}x{/Control}')
    await expect.poll(() => rowsOf(here)).toEqual(['alpha ', 'gamma'])
    selectWords(here.body, 'gamma', { end: true })
    await userEvent.keyboard('{Control>}v{/Control}')
    await expect.poll(() => rowsOf(here)).toEqual(['alpha ', 'gammabeta'])
    await userEvent.keyboard('{Control>}z{/Control}{Control>}z{/Control}')
    await expect.poll(() => rowsOf(here)).toEqual(['alpha beta', 'gamma'])
  })

  test('what other programs get has real lists, clean text and no notes', async () => {
    const here = await open(LIST)
    here.body.view.focus()
    await userEvent.keyboard('{Control>}a{/Control}')
    const data = new DataTransfer()
    here.body.view.dom.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    const got = flavours({ clipboardData: data } as ClipboardEvent)
    expect(got['text/plain']).toBe('Head\n\n• one\n  1. two\n\nend')
    expect(got['text/html']).toBe(
      '<h2>Head</h2><ul><li><strong>one</strong><ol><li>two</li></ol></li></ul><p>end</p>',
    )
  })

  test('into the headline everything becomes one line', async () => {
    const here = await open(paragraphs('alpha beta', 'gamma'))
    here.body.view.focus()
    await userEvent.keyboard('{Control>}a{/Control}{Control>}c{/Control}')
    selectWords(here.headline, 'headline', { all: true })
    await userEvent.keyboard('{Control>}v{/Control}')
    await expect.poll(() => headlineOf(here)).toBe('Old alpha beta gamma')
  })

  test('an address pasted over words links them', async () => {
    const here = await open(paragraphs('alpha beta'))
    selectWords(here.body, 'beta', { all: true })
    paste(here, { 'text/plain': 'https://example.com/a' })
    await expect.poll(() => rowsOf(here)).toEqual(['alpha beta'])
    expect(here.body.view.dom.querySelector('a')?.getAttribute('href')).toBe('https://example.com/a')
  })
})

function paste(
  { body }: Desk,
  flavours: Readonly<Record<string, string>>,
  files: readonly File[] = [],
): void {
  const data = new DataTransfer()
  for (const [type, text] of Object.entries(flavours)) data.setData(type, text)
  for (const file of files) data.items.add(file)
  body.view.dom.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  )
}

describe('pasting from elsewhere', () => {
  const CASES: readonly (readonly [html: string, rows: readonly string[]])[] = [
    ['<b style="font-weight:normal"><p>one</p><p>two</p></b>', ['al one', 'two pha']],
    ['<h2>Head</h2><p>two</p>', ['al ', '## Head', 'two pha']],
    ['<p>one</p><ul><li>two</li></ul>', ['al one', '- two', ' pha']],
    ['<ul><li>one<ul><li>two</li></ul></li></ul>', ['al ', '- one', '  - two', ' pha']],
    ['<p>one</p><hr><p>two</p>', ['al one', 'rule', 'two pha']],
    ['words', ['al words pha']],
    ['<img src=x onerror="document.title=1"><script>document.title=1</script>', ['al  pha']],
  ]

  test.each(CASES)('%s into the middle of a block', async (html, rows) => {
    const here = await open(paragraphs('al  pha'))
    selectWords(here.body, 'al ', { end: true })
    paste(here, { 'text/html': html, 'text/plain': 'plain' })
    await expect.poll(() => rowsOf(here)).toEqual(rows)
    expect(document.title).not.toBe('1')
  })

  test.each(CASES.filter(([, rows]) => rows[0] !== 'al  pha'))(
    '%s: the next letters go behind it',
    async (html) => {
      const here = await open(paragraphs('al  pha'))
      selectWords(here.body, 'al ', { end: true })
      paste(here, { 'text/html': html, 'text/plain': 'plain' })
      await userEvent.keyboard('!')
      await expect.poll(() => rowsOf(here).join('|')).toMatch(/(?:two|words)!/)
    },
  )

  test('an empty block takes over the kind of what comes', async () => {
    const here = await open(paragraphs('alpha', '', 'omega'))
    here.body.commands.setTextSelection(8)
    paste(here, { 'text/html': '<ol><li>one</li><li>two</li></ol>' })
    await expect.poll(() => rowsOf(here)).toEqual(['alpha', '1. one', '1. two', 'omega'])
  })

  test('plain text: blank lines part paragraphs', async () => {
    const here = await open(paragraphs('', 'end'))
    here.body.commands.setTextSelection(1)
    paste(here, { 'text/plain': 'one\r\nstill one\r\n\r\ntwo\r\n' })
    await expect.poll(() => rowsOf(here)).toEqual(['one\nstill one', 'two', 'end'])
  })

  test('picture files go to the page, and come back to where they were put, whatever was typed meanwhile', async () => {
    let place: (photos: readonly string[]) => void = () => undefined
    const names: string[] = []
    const here = await open(paragraphs('alpha', 'beta'), {
      onPictures(files, put) {
        names.push(...files.map(({ name }) => name))
        place = put
      },
    })
    selectWords(here.body, 'alpha', { end: true })
    paste(here, {}, [new File(['x'], 'harbour.png', { type: 'image/png' })])
    expect(names).toEqual(['harbour.png'])
    here.other.getText('body').insert(1, 'new ')
    place(['p1'])
    await expect.poll(() => rowsOf(here)).toEqual(['new alpha', '[p1]', 'beta'])
  })
})

describe('drag and drop', () => {
  const centre = (element: Element | null): { x: number; y: number } => {
    const box = element?.getBoundingClientRect() ?? new DOMRect()
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 }
  }
  test('selected words move to another block', async () => {
    const here = await open(paragraphs('alpha beta', 'gamma'))
    selectWords(here.body, 'beta', { all: true })
    const words = document.getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect()
    const [source, target] = here.body.view.dom.children
    if (source === undefined || target === undefined) throw new Error('no blocks')
    const [from, to] = [source.getBoundingClientRect(), target.getBoundingClientRect()]
    const end = here.body.view.coordsAtPos(here.body.state.doc.content.size - 1)
    await userEvent.dragAndDrop(source, target, {
      sourcePosition: { x: words.left + words.width / 2 - from.left, y: from.height / 2 },
      targetPosition: { x: end.left + 1 - to.left, y: to.height / 2 },
    })
    await expect.poll(() => rowsOf(here)).toEqual(['alpha ', 'gammabeta'])
  })

  test('a block moves by its grip, whole and once', async () => {
    const here = await open(paragraphs('alpha', 'beta', 'gamma'))
    const [first, , last] = here.body.view.dom.children
    await userEvent.hover(first ?? here.body.view.dom)
    const grip = document.querySelector('[data-block-handle]')
    await expect.poll(() => grip instanceof HTMLElement && !grip.hidden).toBe(true)
    const moved = here.body.state.doc.child(0)
    if (grip === null || last === undefined) throw new Error('no grip')
    const { height } = last.getBoundingClientRect()
    await userEvent.dragAndDrop(grip, last, { targetPosition: { x: 100, y: height - 3 } })
    await expect.poll(() => rowsOf(here)).toEqual(['beta', 'gamma', 'alpha'])
    expect(here.body.state.doc.child(2).textContent).toBe(moved.textContent)
  })

  test('files dropped from outside are offered to the page', async () => {
    const names: string[] = []
    const here = await open(paragraphs('alpha'), {
      onPictures: (files) => names.push(...files.map(({ name }) => name)),
    })
    const data = new DataTransfer()
    data.items.add(new File(['x'], 'a.jpg', { type: 'image/jpeg' }))
    const { x, y } = centre(here.body.view.dom.firstElementChild)
    here.body.view.dom.dispatchEvent(
      new DragEvent('drop', { dataTransfer: data, clientX: x, clientY: y, bubbles: true, cancelable: true }),
    )
    expect(names).toEqual(['a.jpg'])
    expect(rowsOf(here)).toEqual(['alpha'])
  })
})
