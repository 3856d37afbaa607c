import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { personColour } from '../../../src/domain/person.ts'
import { paragraphs, selectWords, settled } from '../desk.tsx'
import type { SharedDesk, SharedPage } from './shared-desk.tsx'
import {
  boxOf,
  CAPTION,
  caretsOn,
  expectBefore,
  expectBehind,
  middle,
  offBy,
  openShared,
  RITA,
} from './shared-desk.tsx'

let desk: SharedDesk | null = null
afterEach(() => {
  desk?.close()
  desk = null
})

const open = async (...args: Parameters<typeof openShared>): Promise<SharedDesk> => {
  desk = await openShared(...args)
  return desk
}

/** Where the first of these words stands in the document of a page. */
function find(page: SharedPage, words: string): number {
  let found = -1
  page.editor('body').state.doc.descendants((node, pos) => {
    const at = node.isText && found < 0 ? (node.text ?? '').indexOf(words) : -1
    if (at >= 0) found = pos + at
  })
  return found
}

describe('another person’s caret', () => {
  test('stands where they write, in their colour and under their name', async () => {
    const { mine, rita } = await open(paragraphs('alpha beta', 'gamma delta'))
    rita('gam')
    await expectBehind(mine, 'gam')
    const [caret] = caretsOn(mine)
    expect(caret?.dataset).toMatchObject({ name: RITA.name, person: String(personColour(RITA.id)) })
    const line = getComputedStyle(mine.editor('body').view.dom.children[1] ?? document.body)
    const height = caret?.getBoundingClientRect().height ?? 0
    expect(height).toBeGreaterThan(Number.parseFloat(line.fontSize) * 0.9)
    expect(height).toBeLessThan(Number.parseFloat(line.lineHeight) * 1.1)
  })

  test.each([
    ['at the start of a block', 'gamma', { before: true }],
    ['at its end', 'gamma delta', { before: false }],
    ['at the start of the text', 'alpha', { before: true }],
    ['at the end of the text', 'zeta', { before: false }],
  ])('%s', async (_, words, where) => {
    const { mine, rita } = await open(paragraphs('alpha beta', 'gamma delta', 'epsilon zeta'))
    rita(words, where)
    await (where.before ? expectBefore : expectBehind)(mine, words)
    expect(caretsOn(mine)).toHaveLength(1)
  })

  test('in an empty block', async () => {
    const { mine, theirs } = await open(paragraphs('alpha', '', 'beta'))
    const { view } = theirs.editor('body')
    view.focus()
    theirs.editor('body').commands.setTextSelection(8)
    await expect
      .poll(() => {
        const block = mine.editor('body').view.dom.children[1]?.getBoundingClientRect()
        return block && offBy(mine, block.left, middle(block))
      })
      .toEqual([0, 0])
  })

  test('in a list item, a heading and a quote', async () => {
    const { mine, rita } = await open([
      { kind: 'bullet', level: 1, spans: [{ text: 'an item', marks: {} }] },
      { kind: 'heading2', level: 0, spans: [{ text: 'a heading', marks: { bold: true } }] },
      { kind: 'quote', level: 0, spans: [{ text: 'a quote', marks: { link: 'https://x.test/' } }] },
    ])
    for (const words of ['an item', 'a head', 'a quo']) {
      rita(words)
      await expectBehind(mine, words)
    }
  })

  test('in the headline and in a caption, and in no other text', async () => {
    const { mine, rita } = await open(paragraphs('alpha'))
    rita('Harb', { text: 'headline' })
    await expectBehind(mine, 'Harb', 'headline')
    rita('Dockers', { text: CAPTION })
    await expectBehind(mine, 'Dockers', CAPTION)
    expect([caretsOn(mine), caretsOn(mine, 'headline')]).toEqual([[], []])
  })

  test('in a text that runs from the right', async () => {
    const { mine, rita } = await open(paragraphs('שלום עולם', 'مرحبا بالعالم'), { dir: 'rtl' })
    for (const words of ['שלום', 'مرحبا']) {
      rita(words)
      await expect
        .poll(() => {
          const box = boxOf(mine, words)
          return offBy(mine, box.left, middle(box))
        })
        .toEqual([0, 0])
    }
  })

  test('stays at its place while I write before it, break lines above it and take them away', async () => {
    const { mine, rita } = await open(paragraphs('alpha beta', 'gamma delta'))
    rita('gamma')
    selectWords(mine.editor('body'), 'gamma')
    await userEvent.keyboard('some more ')
    await expectBehind(mine, 'more gamma')
    selectWords(mine.editor('body'), 'beta')
    await userEvent.keyboard('{Enter}{Enter}')
    await expectBehind(mine, 'more gamma')
    await userEvent.keyboard('{Backspace}{Backspace}{Backspace}')
    await expectBehind(mine, 'more gamma')
  })

  test('goes along with what they write, wherever I do', async () => {
    const { mine, theirs, rita } = await open(paragraphs('alpha beta', 'gamma delta'))
    selectWords(mine.editor('body'), 'gamma', { end: true })
    rita('gamma del')
    let typed = ''
    for (const key of 'tas ') {
      await userEvent.keyboard('x')
      theirs.editor('body').commands.insertContentAt(find(theirs, `del${typed}`) + 3 + typed.length, key)
      typed += key
      rita(`del${typed}`)
    }
    await expectBehind(mine, 'deltas ')
    expect(mine.editor('body').state.doc.child(1).textContent).toBe('gammaxxxx deltas ta')
    expect(mine.editor('body').state.selection.head).toBe(13 + 'gammaxxxx'.length)
  })

  test('in a block that I delete goes to what is left beside it', async () => {
    const { mine, rita } = await open(paragraphs('alpha', 'gone', 'beta'))
    rita('go')
    await expectBehind(mine, 'go')
    mine.editor('body').view.dispatch(mine.editor('body').state.tr.delete(7, 13))
    await expectBehind(mine, 'alpha')
  })

  test('beside words that are struck, and in words that are suggested', async () => {
    const { mine, rita } = await open(paragraphs('one two three'))
    mine.suggest(true)
    await settled()
    selectWords(mine.editor('body'), 'two', { all: true })
    await userEvent.keyboard('zwei')
    await expect.poll(() => mine.editor('body').view.dom.querySelector('del')?.textContent).toBe('two')
    for (const words of ['tw', 'two', 'zw', 'zwei']) {
      rita(words)
      await expectBehind(mine, words)
    }
  })

  test('is not drawn while the text is hidden, and is again when that is shown', async () => {
    const { mine, rita } = await open(paragraphs('alpha beta'))
    rita('alpha')
    await expectBehind(mine, 'alpha')
    mine.hide(true)
    await expect.poll(() => caretsOn(mine).length).toBe(0)
    mine.hide(false)
    await expectBehind(mine, 'alpha')
  })

  test('is where its words are when lines break elsewhere', async () => {
    const { mine, rita } = await open(paragraphs('many words '.repeat(20), 'the last'))
    rita('the last')
    await expectBehind(mine, 'the last')
    mine.element.style.width = '320px'
    await expectBehind(mine, 'the last')
  })

  test('is gone with its tab', async () => {
    const { mine, theirs, rita } = await open(paragraphs('alpha'))
    rita('alpha')
    await expectBehind(mine, 'alpha')
    theirs.carets.leave()
    await expect.poll(() => caretsOn(mine).length).toBe(0)
  })
})

describe('what they have selected', () => {
  const tinted = (): readonly string[] =>
    [...(CSS.highlights.get(`stet-selected-${personColour(RITA.id)}`) ?? [])].map(String)

  test('is tinted, and not any more when it is not', async () => {
    const { mine, theirs, rita } = await open(paragraphs('alpha beta gamma'))
    rita('beta', { all: true })
    await expect.poll(tinted).toEqual(['beta'])
    await expectBehind(mine, 'beta')
    selectWords(mine.editor('body'), 'ta gam')
    await userEvent.keyboard('xy')
    await expect.poll(tinted).toEqual(['bexyta'])
    theirs.carets.leave()
    await expect.poll(tinted).toEqual([])
  })

  test('is nothing more when the text goes', async () => {
    const { rita } = await open(paragraphs('alpha beta gamma'))
    rita('beta', { all: true })
    await expect.poll(tinted).toEqual(['beta'])
    desk?.close()
    desk = null
    expect(tinted()).toEqual([])
  })

  test('a picture has a frame', async () => {
    const { mine, theirs } = await open([...paragraphs('alpha'), { kind: 'picture', photo: 'p' }])
    theirs.editor('body').view.focus()
    theirs.editor('body').commands.setNodeSelection(7)
    await expect.poll(() => caretsOn(mine)[0]?.dataset['look']).toBe('frame')
    const frame = caretsOn(mine)[0]?.getBoundingClientRect()
    const figure = mine.editor('body').view.dom.querySelector('figure')?.getBoundingClientRect()
    expect(Math.abs((frame?.width ?? 0) - (figure?.width ?? 0))).toBeLessThan(12)
    expect(Math.abs(middle(frame ?? new DOMRect()) - middle(figure ?? new DOMRect()))).toBeLessThan(2)
  })
})
