import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { paragraphs, selectWords, settled } from '../desk.tsx'
import type { SuggestingDesk } from './suggesting-desk.tsx'
import { bodyRows, openSuggestingDesk, shownOn } from './suggesting-desk.tsx'

let desk: SuggestingDesk | null = null
afterEach(() => {
  desk?.close()
  desk = null
})

const open = async (...args: Parameters<typeof openSuggestingDesk>): Promise<SuggestingDesk> => {
  desk = await openSuggestingDesk(...args)
  return desk
}

/** Nothing that was there before is lost, and the page shows what the text says. */
function expectKept({ doc }: SuggestingDesk, was: readonly string[]): void {
  expect(bodyRows(doc, 'was')).toEqual(was)
}

describe('deleting', () => {
  type Case = readonly [
    name: string,
    words: string,
    where: { end?: boolean; all?: boolean },
    keys: string,
    shown: string,
  ]
  const BS = '{Backspace}'
  const DEL = '{Delete}'
  const CASES: readonly Case[] = [
    ['Backspace', 'beta', { end: true }, BS + BS, 'alpha bedel(ta) / gamma delta'],
    ['Delete', 'beta', {}, DEL + DEL, 'alpha del(be)ta / gamma delta'],
    [
      'Backspace, then Delete',
      'beta',
      { end: true },
      `{ArrowLeft}{ArrowLeft}${BS}${DEL}`,
      'alpha bdel(et)a / gamma delta',
    ],
    ['a word backwards', 'beta', { end: true }, `{Control>}${BS}{/Control}`, 'alpha del(beta) / gamma delta'],
    [
      'two words backwards',
      'beta',
      { end: true },
      `{Control>}${BS}${BS}{/Control}`,
      'del(alpha beta) / gamma delta',
    ],
    ['a word forwards', 'alpha', {}, `{Control>}${DEL}{/Control}`, 'del(alpha) beta / gamma delta'],
    ['over the start of a block', 'gamma', {}, BS + BS, 'alpha betdel(a) / ¶gamma delta'],
    ['over the end of a block', 'beta', { end: true }, DEL + DEL, 'alpha beta / ¶del(g)amma delta'],
    ['a selection', 'lpha', { all: true }, BS, 'adel(lpha) beta / gamma delta'],
    ['a selection, typed over', 'alpha', { all: true }, 'XY', 'del(alpha)ins(XY) beta / gamma delta'],
    ['by words that begin the same', 'beta', { all: true }, 'bye', 'alpha del(beta)ins(bye) / gamma delta'],
    ['by words that end the same', 'beta', { all: true }, 'ab', 'alpha del(beta)ins(ab) / gamma delta'],
    [
      'back over what is struck',
      'beta',
      { end: true },
      `${BS}${BS}X${BS}${BS}`,
      'alpha bdel(eta) / gamma delta',
    ],
  ]

  test.each(CASES)('%s', async (_, words, where, keys, shown) => {
    const here = await open(paragraphs('alpha beta', 'gamma delta'))
    selectWords(here.body, words, where)
    await userEvent.keyboard(keys)
    await expect.poll(() => shownOn(here.body)).toBe(shown)
    expectKept(here, ['alpha beta', 'gamma delta'])
  })

  test('from the start of a word on, with the caret behind what goes', async () => {
    const here = await open(paragraphs('alpha beta'))
    selectWords(here.body, 'beta')
    await userEvent.keyboard('{Delete}{Delete}X')
    await expect.poll(() => shownOn(here.body)).toBe('alpha del(be)ins(X)ta')
  })

  test('words in the place of others that begin so, with the caret behind those that stay', async () => {
    const here = await open(paragraphs('alpha beta'))
    selectWords(here.body, 'beta', { all: true })
    await cdp().send('Input.insertText', { text: 'be' })
    await userEvent.keyboard('X')
    await expect.poll(() => shownOn(here.body)).toBe('alpha beins(X)del(ta)')
  })

  test('in the headline', async () => {
    const here = await open(paragraphs('alpha'))
    selectWords(here.headline, 'Old', { all: true })
    await userEvent.keyboard('New')
    await expect.poll(() => shownOn(here.headline)).toBe('del(Old)ins(New) headline')
  })

  test('a line backwards', async () => {
    const here = await open(paragraphs('alpha beta'))
    selectWords(here.body, 'ta')
    await userEvent.keyboard('{Meta>}{Backspace}{/Meta}')
    await expect.poll(() => shownOn(here.body)).toBe('del(alpha be)ta')
  })
})

test('typing on in a suggestion leaves its element, and the caret, alone', async () => {
  const here = await open(paragraphs('alpha beta'))
  selectWords(here.body, 'beta')
  await userEvent.keyboard('new')
  const element = here.body.view.dom.querySelector('ins')
  await userEvent.keyboard(' words ')
  await expect.poll(() => shownOn(here.body)).toBe('alpha ins(new words )beta')
  expect(here.body.view.dom.querySelector('ins')).toBe(element)
})

describe('composition', () => {
  const compose = async (text: string): Promise<void> => {
    await cdp().send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }

  test('words composed are one insertion', async () => {
    const here = await open(paragraphs('one two'))
    selectWords(here.body, 'two')
    for (const text of ['に', 'にほ', 'にほん']) await compose(text)
    await cdp().send('Input.insertText', { text: '日本' })
    await settled()
    await userEvent.keyboard('!')
    await expect.poll(() => shownOn(here.body)).toBe('one ins(日本!)two')
    expectKept(here, ['one two'])
  })

  test('over a selection: that is struck, and the words stand before it', async () => {
    const here = await open(paragraphs('one two three'))
    selectWords(here.body, 'two', { all: true })
    await compose('に')
    await compose('にほ')
    await cdp().send('Input.insertText', { text: '日本' })
    await settled()
    await expect.poll(() => shownOn(here.body)).toBe('one ins(日本)del(two) three')
    expectKept(here, ['one two three'])
  })

  test('over a selection across blocks', async () => {
    const here = await open(paragraphs('one two', 'three four'))
    selectWords(here.body, 'two')
    const { from } = here.body.state.selection
    here.body.commands.setTextSelection({ from, to: from + 'two'.length + 2 + 'three'.length })
    await compose('か')
    await cdp().send('Input.insertText', { text: '火' })
    await settled()
    await expect.poll(() => bodyRows(here.doc, 'will')).toEqual(['one 火 four'])
    expectKept(here, ['one two', 'three four'])
  })

  test.each([
    ['behind struck words', 'two', 'one del(two)ins(日本!) three'],
    ['before struck words', '', 'one ins(日本!)del(two) three'],
  ])('%s', async (_, words, shown) => {
    const here = await open(paragraphs('one two three'))
    selectWords(here.body, 'two', { all: true })
    await userEvent.keyboard('{Backspace}')
    selectWords(here.body, words === '' ? 'two' : words, { end: words !== '' })
    for (const text of ['に', 'にほ', 'にほん']) await compose(text)
    await cdp().send('Input.insertText', { text: '日本' })
    await settled()
    await userEvent.keyboard('!')
    await expect.poll(() => shownOn(here.body)).toBe(shown)
    expectKept(here, ['one two three'])
  })

  test('in the middle of pending words', async () => {
    const here = await open(paragraphs('one two'))
    selectWords(here.body, 'two')
    await userEvent.keyboard('abcd{ArrowLeft}{ArrowLeft}')
    await compose('に')
    await cdp().send('Input.insertText', { text: '日' })
    await settled()
    await expect.poll(() => shownOn(here.body)).toBe('one ins(ab日cd)two')
  })
})

describe('what the browser replaces', () => {
  test('a spell checker’s word', async () => {
    const here = await open(paragraphs('one tow three'))
    selectWords(here.body, 'tow', { all: true })
    const range = getSelection()?.getRangeAt(0)
    if (range === undefined) throw new Error('Nothing is selected')
    selectWords(here.body, 'three', { end: true })
    const event = new InputEvent('beforeinput', {
      inputType: 'insertReplacementText',
      data: 'two',
      cancelable: true,
      bubbles: true,
      targetRanges: [new StaticRange(range)],
    })
    here.body.view.dom.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
    await expect.poll(() => shownOn(here.body)).toBe('one tdel(ow)ins(wo) three')
  })
})

describe('clipboard', () => {
  function clip(editor: SuggestingDesk['body'], type: 'copy' | 'cut'): DataTransfer {
    const data = new DataTransfer()
    const event = new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true })
    editor.view.dom.dispatchEvent(event)
    return data
  }

  test('struck words are not copied, in any flavour', async () => {
    const here = await open(paragraphs('alpha beta', 'gamma delta'))
    selectWords(here.body, 'beta', { all: true })
    await userEvent.keyboard('{Backspace}')
    selectWords(here.body, 'gamma')
    await userEvent.keyboard('{Backspace}')
    await userEvent.keyboard('{Control>}a{/Control}')
    const data = clip(here.body, 'copy')
    expect(data.getData('text/plain')).toBe('alpha gamma delta')
    expect(data.getData('text/html')).not.toContain('beta')
    expect(data.getData('application/x-stet')).not.toContain('beta')
  })

  test('cutting strikes', async () => {
    const here = await open(paragraphs('alpha beta'))
    selectWords(here.body, 'beta', { all: true })
    expect(clip(here.body, 'cut').getData('text/plain')).toBe('beta')
    await expect.poll(() => shownOn(here.body)).toBe('alpha del(beta)')
  })

  test('several blocks are pasted as one suggestion', async () => {
    const here = await open(paragraphs('alpha beta'))
    selectWords(here.body, 'beta')
    const data = new DataTransfer()
    data.setData('text/html', '<p>one</p><p>two</p>')
    here.body.view.dom.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
    await expect.poll(() => shownOn(here.body)).toBe('alpha ins(one) / +ins(two)beta')
    expectKept(here, ['alpha beta'])
  })
})

describe('formats and blocks', () => {
  test('typing behind struck bold words is not bold', async () => {
    const here = await open([
      {
        kind: 'paragraph',
        level: 0,
        spans: [
          { text: 'plain ', marks: {} },
          { text: 'bold', marks: { bold: true } },
          { text: ' more', marks: {} },
        ],
      },
    ])
    selectWords(here.body, 'bold', { all: true })
    await userEvent.keyboard('{Delete}')
    selectWords(here.body, 'bold', { end: true })
    await userEvent.keyboard('X')
    await expect.poll(() => shownOn(here.body)).toBe('plain del(bold)ins(X) more')
    expect(here.body.view.dom.querySelector('ins strong, strong ins')).toBeNull()
  })

  test('Enter in a block that will be joined makes one of the standing kind', async () => {
    const here = await open([
      { kind: 'bullet', level: 0, spans: [{ text: 'alpha', marks: {} }] },
      ...paragraphs('beta gamma'),
    ])
    selectWords(here.body, 'beta')
    await userEvent.keyboard('{Backspace}')
    selectWords(here.body, ' gamma')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => bodyRows(here.doc, 'will')).toEqual(['alphabeta', ' gamma'])
    expect(here.body.state.doc.child(2).attrs['kind']).toBe('bullet')
    expectKept(here, ['alpha', 'beta gamma'])
  })

  test('the caret in a suggestion is told, and the one chosen elsewhere is marked', async () => {
    const here = await open(paragraphs('alpha beta'))
    selectWords(here.body, 'beta')
    await userEvent.keyboard('new ')
    await expect.poll(() => here.told).toEqual(['kit1'])
    await userEvent.keyboard('{ArrowLeft>6/}')
    await expect.poll(() => here.told.at(-1)).toBeNull()
    here.choose('kit1')
    await expect.element(page.getByText('new')).toHaveAttribute('data-active')
  })
})

test('a screen reader is told of everything, and nothing is amiss', async () => {
  const here = await open([
    { kind: 'rule' },
    { kind: 'bullet', level: 0, spans: [{ text: 'first', marks: {} }] },
    ...paragraphs('alpha beta', 'gamma'),
  ])
  const { body } = here
  selectWords(body, 'beta', { all: true })
  await userEvent.keyboard('words')
  selectWords(body, 'alpha', { all: true })
  await userEvent.keyboard('{Control>}b{/Control}')
  selectWords(body, 'gamma')
  await userEvent.keyboard('{Backspace}')
  selectWords(body, 'first', { end: true })
  await userEvent.keyboard('{Enter}second')
  body.commands.setNodeSelection(0)
  await userEvent.keyboard('{Delete}')
  await expect.poll(() => bodyRows(here.doc, 'will')).toEqual(['first', 'second', 'alpha wordsgamma'])
  const described = [...body.view.dom.querySelectorAll('[aria-description]')]
  expect(described.map((each) => each.getAttribute('aria-description'))).toEqual([
    'Kit Marsh: Rule taken out',
    'Kit Marsh: New paragraph',
    'Kit Marsh: Bold',
    'Kit Marsh: Joined to the one above',
  ])
  const { violations } = await axe.run(body.view.dom)
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
