import axe from 'axe-core'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { FindPanel } from '../../../src/editor/find/find-panel.tsx'
import { paragraphs } from '../desk.tsx'
import type { SuggestingDesk } from '../suggest/suggesting-desk.tsx'
import { bodyRows, openSuggestingDesk, shownOn } from '../suggest/suggesting-desk.tsx'

let close: () => void = () => undefined
afterEach(() => close())

async function open(mayReplace = true): Promise<SuggestingDesk & { readonly closed: () => number }> {
  const desk = await openSuggestingDesk(paragraphs('the harbor', 'Harbor and harbor'), {
    headline: 'Harbor vote',
  })
  const element = document.createElement('div')
  document.body.prepend(element)
  const root = createRoot(element)
  let closed = 0
  root.render(
    <FindPanel
      mayReplace={mayReplace}
      onClose={() => {
        closed += 1
      }}
    />,
  )
  await expect.element(page.getByRole('textbox', { name: 'Find' })).toHaveFocus()
  close = () => {
    root.unmount()
    element.remove()
    desk.close()
  }
  return { ...desk, closed: () => closed }
}

test('goes through all texts in order and round, by keyboard', async () => {
  const desk = await open()
  await userEvent.keyboard('harbor')
  await expect.element(page.getByText('4 found')).toBeVisible()
  const selected = (editor: SuggestingDesk['body']): string =>
    editor.state.doc.textBetween(editor.state.selection.from, editor.state.selection.to)
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('1 of 4')).toBeVisible()
  expect(selected(desk.headline)).toBe('Harbor')
  await userEvent.keyboard('{Enter}{Enter}')
  await expect.element(page.getByText('3 of 4')).toBeVisible()
  expect(selected(desk.body)).toBe('Harbor')
  await userEvent.keyboard('{Shift>}{Enter}{Enter}{Enter}{/Shift}')
  await expect.element(page.getByText('4 of 4')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  expect(desk.closed()).toBe(1)
})

test('replaces one, and all that is left, as suggestions', async () => {
  const desk = await open()
  await userEvent.keyboard('harbor')
  await page.getByRole('checkbox', { name: 'Match case' }).click()
  await expect.element(page.getByText('2 found')).toBeVisible()
  await page.getByRole('textbox', { name: 'Replace with' }).fill('port')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Replace', exact: true }).click()
  await expect.poll(() => shownOn(desk.body)).toBe('the del(harbor)ins(port) / Harbor and harbor')
  await expect.element(page.getByText('1 of 1')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Match case' }).click()
  await page.getByRole('button', { name: 'Replace all' }).click()
  await expect.poll(() => bodyRows(desk.doc, 'will')).toEqual(['the port', 'port and port'])
  expect(shownOn(desk.headline)).toBe('del(Harbor)ins(port) vote')
  expect(bodyRows(desk.doc, 'was')).toEqual(['the harbor', 'Harbor and harbor'])
  await expect.element(page.getByText('Nothing found')).toBeVisible()
})

test('who may not write only finds, and nothing is amiss for a screen reader', async () => {
  await open(false)
  await userEvent.keyboard('vote')
  await expect.element(page.getByText('1 found')).toBeVisible()
  expect(page.getByRole('button', { name: 'Replace all' }).elements()).toEqual([])
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
