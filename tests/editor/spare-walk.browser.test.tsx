import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { plainSpans } from '../../src/domain/story-content.ts'
import type { Desk } from './desk.tsx'
import { openDesk } from './desk.tsx'

let desk: Desk | null = null
afterEach(() => {
  vi.restoreAllMocks()
  desk?.close()
})

/** How many nodes of an element are looked into while React draws something elsewhere on the page. */
function walked(editable: HTMLElement): number {
  const elsewhere = document.body.appendChild(document.createElement('div'))
  const root = createRoot(elsewhere)
  flushSync(() => root.render(<p>one</p>))
  const firstChild = Object.getOwnPropertyDescriptor(Node.prototype, 'firstChild')
  if (!firstChild?.get) throw new Error('Nodes have no first child')
  const seen = vi.spyOn(Node.prototype, 'firstChild', 'get').mockImplementation(function look(this: Node) {
    return firstChild.get?.call(this) as ChildNode | null
  })
  flushSync(() => root.render(<p>two</p>))
  const count = seen.mock.contexts.filter(
    (node) => node instanceof Node && node !== editable && editable.contains(node),
  ).length
  seen.mockRestore()
  expect(elsewhere.textContent).toBe('two')
  root.unmount()
  elsewhere.remove()
  return count
}

const paragraph = (text: string) => ({ kind: 'paragraph', level: 0, spans: plainSpans(text) }) as const

test('what React draws beside a focused editor costs no look at the text', async () => {
  desk = await openDesk([paragraph('one'), paragraph('two')])
  const { dom } = desk.body.view
  await userEvent.click(dom)
  expect(document.activeElement).toBe(dom)
  expect(walked(dom)).toBe(0)
  // Without the help it is walked through: as soon as React goes another way, this is no longer needed.
  Reflect.deleteProperty(dom, 'contentEditable')
  expect(dom.contentEditable).toBe('true')
  expect(walked(dom)).toBeGreaterThan(2)
})

test('the editor stays editable and keeps its selection', async () => {
  desk = await openDesk([paragraph('one')])
  const { dom } = desk.body.view
  await userEvent.click(dom)
  expect(dom.isContentEditable).toBe(true)
  expect(dom.getAttribute('contenteditable')).toBe('true')
  desk.body.commands.setTextSelection(2)
  walked(dom)
  await userEvent.keyboard('x')
  expect(dom.textContent).toBe('oxne')
})
