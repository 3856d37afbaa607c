import { afterEach, describe, expect, test } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import { paragraphs, selectWords, settled } from '../desk.tsx'
import type { SharedDesk, SharedPage } from './shared-desk.tsx'
import { boxOf, caretsOn, expectBefore, expectBehind, middle, openShared } from './shared-desk.tsx'

let desk: SharedDesk | null = null
afterEach(() => {
  desk?.close()
  desk = null
})

const open = async (...args: Parameters<typeof openShared>): Promise<SharedDesk> => {
  desk = await openShared(...args)
  return desk
}

describe('the text itself', () => {
  test('is not touched by carets that come, move and go, nor is my selection', async () => {
    const { mine, theirs, rita } = await open(paragraphs('alpha beta', 'gamma delta'))
    selectWords(mine.editor('body'), 'beta', { all: true })
    const { dom } = mine.editor('body').view
    await settled()
    const changes: MutationRecord[] = []
    const observer = new MutationObserver((records) => changes.push(...records))
    observer.observe(dom, { subtree: true, childList: true, attributes: true, characterData: true })
    let moved = 0
    const count = (): void => {
      moved += 1
    }
    document.addEventListener('selectionchange', count)
    for (const words of ['al', 'beta', 'gamma']) {
      rita(words, { all: words === 'beta' })
      await expectBehind(mine, words)
    }
    theirs.carets.leave()
    await expect.poll(() => caretsOn(mine).length).toBe(0)
    document.removeEventListener('selectionchange', count)
    observer.disconnect()
    expect([changes.length, moved]).toEqual([0, 0])
    expect(document.getSelection()?.toString()).toBe('beta')
    expect(document.activeElement).toBe(dom)
  })

  test('words that are composed are there once, with a caret right beside them', async () => {
    const { mine, rita } = await open(paragraphs('one two'))
    selectWords(mine.editor('body'), 'one ', { end: true })
    for (const [text, words] of [
      ['に', 'one '],
      ['にほ', 'two'],
      ['にほん', 'one'],
    ] as const) {
      await cdp().send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
      rita(words)
      await expectBehind(mine, words)
    }
    await cdp().send('Input.insertText', { text: '日本' })
    await settled()
    await userEvent.keyboard('!')
    await expect.poll(() => mine.editor('body').state.doc.textContent).toBe('one 日本!two')
  })

  test('a click goes through a caret', async () => {
    const { mine, rita } = await open(paragraphs('alpha beta'))
    rita('alpha')
    await expectBehind(mine, 'alpha')
    const box = boxOf(mine, 'alpha')
    expect(mine.editor('body').view.dom.contains(document.elementFromPoint(box.right, middle(box)))).toBe(
      true,
    )
  })

  test('says nothing of carets to a screen reader', async () => {
    const { mine, rita } = await open(paragraphs('alpha beta'))
    rita('alpha')
    await expectBehind(mine, 'alpha')
    const [caret] = caretsOn(mine)
    expect(caret?.closest('[aria-hidden=true]')).not.toBeNull()
    expect(caret?.closest('[role=textbox]')).toBeNull()
    expect(mine.element.textContent).not.toContain('Rita')
  })
})

describe('a name', () => {
  const isNamed = (page: SharedPage): boolean | undefined => {
    const [caret] = caretsOn(page)
    return caret && getComputedStyle(caret, '::after').opacity === '1'
  }

  test('is shown where a caret was set, fades, and is shown again where somebody points at it', async () => {
    const { mine, rita } = await open(paragraphs('alpha beta'))
    rita('alpha')
    await expectBehind(mine, 'alpha')
    expect(isNamed(mine)).toBe(true)
    await expect.poll(() => isNamed(mine), { timeout: 5000 }).toBe(false)
    const box = boxOf(mine, 'alpha')
    await cdp().send('Input.dispatchMouseEvent', {
      type: 'mouseMoved',
      ...(await inWindow(box.right + 3, middle(box))),
    })
    await expect.poll(() => isNamed(mine)).toBe(true)
    await cdp().send('Input.dispatchMouseEvent', {
      type: 'mouseMoved',
      ...(await inWindow(box.right + 40, middle(box))),
    })
    await expect.poll(() => isNamed(mine)).toBe(false)
  })

  test('is not shown for a caret that my own keys carried along', async () => {
    const { mine, rita } = await open(paragraphs('alpha beta'))
    rita('alpha')
    await expect.poll(() => isNamed(mine)).toBe(true)
    await expect.poll(() => isNamed(mine), { timeout: 5000 }).toBe(false)
    selectWords(mine.editor('body'), 'alpha')
    await userEvent.keyboard('xy')
    await expectBehind(mine, 'xyalpha')
    expect(caretsOn(mine)[0]?.hasAttribute('data-fresh')).toBe(false)
  })
})

describe('my own caret', () => {
  test('is where I write for the others, and nowhere when I leave', async () => {
    const { mine, theirs } = await open(paragraphs('alpha beta'))
    selectWords(mine.editor('body'), 'alpha', { end: true })
    await userEvent.keyboard('bet')
    await expectBehind(theirs, 'alphabet')
    mine.editor('headline').view.focus()
    mine.editor('headline').commands.setTextSelection(1)
    await expectBefore(theirs, 'Harbour', 'headline')
    expect(caretsOn(theirs)).toEqual([])
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    await expect.poll(() => caretsOn(theirs, 'headline').length).toBe(0)
    expect(mine.carets.said.at(-1)).toBeNull()
    expect(mine.carets.said.slice(0, -1)).not.toContain(null)
  })

  test('is told no more often than others can see', async () => {
    const { mine } = await open(paragraphs('alpha beta'))
    selectWords(mine.editor('body'), 'alpha', { end: true })
    await settled()
    const before = mine.carets.said.length
    const begun = performance.now()
    for (let k = 0; k < 60; k++) mine.editor('body').commands.insertContent('x')
    await expect.poll(() => mine.carets.said.length).toBeGreaterThan(before)
    const most = Math.ceil((performance.now() - begun) / 50) + 1
    expect(mine.carets.said.length - before).toBeLessThanOrEqual(most)
  })
})

/** A place of this document in the window of the browser: tests run in a frame of it. */
async function inWindow(x: number, y: number): Promise<{ readonly x: number; readonly y: number }> {
  await settled()
  const frame = window.frameElement?.getBoundingClientRect()
  const scale = frame ? frame.width / window.innerWidth : 1
  return { x: (frame?.left ?? 0) + x * scale, y: (frame?.top ?? 0) + y * scale }
}
