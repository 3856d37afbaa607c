import { afterEach, describe, expect, test } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import type { Desk } from './desk.tsx'
import { headlineOf, openDesk, otherTypes, paragraphs, rowsOf, selectWords, settled } from './desk.tsx'

let desk: Desk | null = null
afterEach(() => {
  desk?.close()
  desk = null
})

const open = async (...args: Parameters<typeof openDesk>): Promise<Desk> => {
  desk = await openDesk(...args)
  return desk
}

describe('composition', () => {
  test('words composed with an input method are there once', async () => {
    const here = await open(paragraphs('one ', 'two'))
    selectWords(here.body, 'one ', { end: true })
    const client = cdp()
    for (const text of ['に', 'にほ', 'にほん']) {
      await client.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    }
    await client.send('Input.insertText', { text: '日本' })
    await settled()
    await userEvent.keyboard('!')
    await expect.poll(() => rowsOf(here)).toEqual(['one 日本!', 'two'])
  })

  test('a composition goes on while somebody else types in the same block and in another', async () => {
    const here = await open(paragraphs('start middle ', 'two'))
    selectWords(here.body, 'middle ', { end: true })
    const client = cdp()
    await client.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 })
    otherTypes(here, 'two', ' more')
    otherTypes(here, 'start', 'ed')
    await client.send('Input.imeSetComposition', { text: 'かん', selectionStart: 2, selectionEnd: 2 })
    await client.send('Input.insertText', { text: '漢字' })
    await settled()
    await expect.poll(() => rowsOf(here)).toEqual(['started middle 漢字', 'two more'])
  })

  test('in a list item and in the headline', async () => {
    const here = await open([{ kind: 'bullet', level: 1, spans: [{ text: 'item', marks: {} }] }])
    const client = cdp()
    selectWords(here.body, 'item', { end: true })
    await client.send('Input.imeSetComposition', { text: 'e', selectionStart: 1, selectionEnd: 1 })
    await client.send('Input.insertText', { text: 'é' })
    await settled()
    selectWords(here.headline, 'Old')
    await client.send('Input.imeSetComposition', { text: 'n', selectionStart: 1, selectionEnd: 1 })
    await client.send('Input.insertText', { text: 'ñ' })
    await settled()
    await expect.poll(() => rowsOf(here)).toEqual(['  - itemé'])
    await expect.poll(() => headlineOf(here)).toBe('ñOld headline')
  })
})

describe('deleting with the keys of the browser', () => {
  const CASES: readonly (readonly [
    name: string,
    words: string,
    where: { end?: boolean; all?: boolean },
    keys: string,
    rows: readonly string[],
  ])[] = [
    ['Backspace in a word', 'beta', { end: true }, '{Backspace}{Backspace}', ['alpha be', 'gamma delta']],
    ['Delete in a word', 'beta', {}, '{Delete}', ['alpha eta', 'gamma delta']],
    ['a word backwards', 'beta', { end: true }, '{Control>}{Backspace}{/Control}', ['alpha ', 'gamma delta']],
    ['a word forwards', 'gamma', {}, '{Control>}{Delete}{/Control}', ['alpha beta', 'delta']],
    ['Backspace at the start of a block', 'gamma', {}, '{Backspace}', ['alpha betagamma delta']],
    [
      'a word backwards over the start',
      'gamma',
      {},
      '{Control>}{Backspace}{/Control}',
      ['alpha betagamma delta'],
    ],
    ['Delete at the end of a block', 'beta', { end: true }, '{Delete}', ['alpha betagamma delta']],
    ['a selection', 'lph', { all: true }, '{Backspace}', ['aa beta', 'gamma delta']],
    ['a selection, typed over', 'alpha', { all: true }, 'X', ['X beta', 'gamma delta']],
  ]

  test.each(CASES)('%s', async (_, words, where, keys, rows) => {
    const here = await open(paragraphs('alpha beta', 'gamma delta'))
    selectWords(here.body, words, where)
    await userEvent.keyboard(keys)
    await expect
      .poll(() => rowsOf(here).map((row) => row.replaceAll('\u00A0', ' ').trimStart()))
      .toEqual(rows)
  })

  test('across blocks, while somebody else types in the middle of what goes', async () => {
    const here = await open(paragraphs('alpha beta', 'gone', 'gamma delta'))
    selectWords(here.body, 'beta')
    here.body.commands.setTextSelection({
      from: here.body.state.selection.from,
      to: here.body.state.doc.content.size - 6,
    })
    otherTypes(here, 'alpha', 'bet')
    await userEvent.keyboard('{Delete}')
    await expect.poll(() => rowsOf(here)).toEqual(['alphabet delta'])
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => rowsOf(here)).toEqual(['alphabet beta', 'gone', 'gamma delta'])
  })
})

describe('Enter and undo', () => {
  test('Enter splits, Shift-Enter breaks the line, undo takes back mine and leaves theirs', async () => {
    const here = await open(paragraphs('alpha beta'))
    selectWords(here.body, ' beta')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => rowsOf(here)).toEqual(['alpha', ' beta'])
    selectWords(here.body, 'beta', { end: true })
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}more')
    await expect.poll(() => rowsOf(here)).toEqual(['alpha', ' beta\nmore'])
    otherTypes(here, 'alpha', ' (theirs)')
    for (let step = 0; step < 8 && here.undo.manager.canUndo(); step++) {
      await userEvent.keyboard('{Control>}z{/Control}')
    }
    await expect.poll(() => rowsOf(here)).toEqual(['alpha (theirs) beta'])
    await userEvent.keyboard('{Control>}y{/Control}')
    expect(rowsOf(here).join('')).toContain('theirs')
  })

  test('a list by its sign, its levels by Tab, its end by Enter twice', async () => {
    const here = await open(paragraphs('alpha', ''))
    selectWords(here.body, 'alpha', { end: true })
    await userEvent.keyboard('{Enter}- one{Enter}two{Tab}{Enter}three{Enter}{Enter}{Enter}after')
    await expect.poll(() => rowsOf(here)).toEqual(['alpha', '- one', '  - two', '  - three', 'after', ''])
  })

  test('Backspace takes a shorthand back and leaves what was typed', async () => {
    const here = await open(paragraphs('alpha', 'omega'))
    selectWords(here.body, 'omega')
    await userEvent.keyboard('## ')
    await expect.poll(() => rowsOf(here)).toEqual(['alpha', '## omega'])
    await userEvent.keyboard('{Backspace}')
    await expect.poll(() => rowsOf(here)).toEqual(['alpha', '## omega'])
    expect(here.body.state.doc.child(1).attrs['kind']).toBe('paragraph')
  })

  test('Enter in the headline makes no line; undo there undoes there', async () => {
    const here = await open(paragraphs('alpha'))
    selectWords(here.headline, 'headline', { end: true })
    await userEvent.keyboard('{Enter}{Shift>}{Enter}{/Shift} typed')
    await expect.poll(() => headlineOf(here)).toBe('Old headline typed')
    await userEvent.keyboard('{Control>}z{/Control}')
    await expect.poll(() => headlineOf(here)).not.toContain('typed')
  })
})

describe('what the browser puts in by itself', () => {
  test('a correction of the spell checker replaces the word once', async () => {
    const here = await open(paragraphs('the harbor is shut'))
    selectWords(here.body, 'harbor', { all: true })
    document.execCommand('insertText', false, 'harbour')
    await settled()
    await expect.poll(() => rowsOf(here)).toEqual(['the harbour is shut'])
  })

  test('a correction that the browser writes straight into the page is read', async () => {
    const here = await open(paragraphs('the harbor is shut', 'two'))
    const words = here.body.view.dom.querySelector('p')?.firstChild
    if (!(words instanceof Text)) throw new Error('no text')
    here.body.view.focus()
    const event = new InputEvent('beforeinput', {
      inputType: 'insertReplacementText',
      data: 'harbour',
      cancelable: true,
    })
    here.body.view.dom.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
    words.replaceData(4, 6, 'harbour')
    await settled()
    await expect.poll(() => rowsOf(here)).toEqual(['the harbour is shut', 'two'])
  })

  test('the undo of the browser’s menu is the story’s', async () => {
    const here = await open(paragraphs('alpha'))
    selectWords(here.body, 'alpha', { end: true })
    await userEvent.keyboard(' beta')
    const event = new InputEvent('beforeinput', { inputType: 'historyUndo', cancelable: true, bubbles: true })
    here.body.view.dom.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
    await expect.poll(() => rowsOf(here)).toEqual(['alpha'])
  })
})
