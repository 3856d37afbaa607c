import type { BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a person does on the desk, by role and name. */

export async function visit(
  page: Page,
  address: string,
  name = 'Jane Doe',
  role = 'Reporter',
): Promise<void> {
  page.setDefaultTimeout(30_000)
  await page.goto(address)
  const welcome = page.getByRole('dialog', { name: 'Welcome' })
  await welcome.getByRole('textbox', { name: 'Your name' }).fill(name)
  await welcome.getByRole('radio', { name: role }).check({ force: true })
  await welcome.getByRole('button', { name: 'Start', exact: true }).click()
  await welcome.waitFor({ state: 'detached' })
}

/** Makes a blank story and waits until its page can be written on. */
export async function newStory(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New story' }).click()
  await page.getByRole('textbox', { name: 'Body' }).waitFor()
}

export const textbox = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })

export const saveState = (page: Page): Locator => page.getByRole('status', { name: 'Save state' })

/** Waits until the status line says so. */
export async function waitForState(page: Page, start: string): Promise<void> {
  await page.waitForFunction(
    (text) =>
      [...document.querySelectorAll('[role=status], output')].some(
        (element) =>
          element.getAttribute('aria-label') === 'Save state' &&
          (element.textContent ?? '').trim().startsWith(text),
      ),
    start,
    // Whoever opens a page without a network waits longest.
    { timeout: 60_000 },
  )
}

export const waitForSaved = (page: Page): Promise<void> => waitForState(page, 'Saved')

/** What an editor of ours says, its blocks as lines. */
export async function copyOf(box: Locator): Promise<string> {
  return box.evaluate((element) =>
    [...element.children].map((block) => (block.textContent ?? '').replaceAll('\u200B', '')).join('\n'),
  )
}

/** Waits until `read` gives `wanted`: what a person would wait to see. */
export async function eventually<Value>(read: () => Promise<Value>, wanted: Value): Promise<void> {
  await expect.poll(read, { timeout: 30_000, interval: 50 }).toEqual(wanted)
}

/** Opens another tab of the same browser as a person who is added to the desk there. */
export async function joinedBy(
  context: BrowserContext,
  address: string,
  name: string,
  role: 'Reporter' | 'Sub-editor' | 'Chief',
): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${address}/settings`)
  await page.getByRole('button', { name: 'Add person' }).click()
  const form = page.getByRole('form', { name: 'Add person' })
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  await form.getByRole('radio', { name: role }).check({ force: true })
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await become(page, name)
  return page
}

/** Makes a tab somebody's, by the switcher. */
export async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Switch person/u }).click()
  await page.getByRole('menuitemradio', { name: new RegExp(`^${name}`, 'u') }).click()
  await page.getByRole('button', { name: new RegExp(`^You are ${name}`, 'u') }).waitFor()
}

/** Selects words of a text with the mouse. Whoever sees that they are not selected tries again. */
export async function pickWords(box: Locator, words: string): Promise<void> {
  const bare = (text: string): string => text.replaceAll(/\s/gu, '')
  for (let tries = 0; tries < 3; tries++) {
    await dragOver(box, words)
    if (bare(await box.page().evaluate(() => String(getSelection()))) === bare(words)) return
    // Pressed again, what is selected would be dragged along.
    await box.page().evaluate(() => getSelection()?.collapseToStart())
    await nextFrame(box.page())
  }
  throw new Error(`“${words}” can’t be selected`)
}

/** Draws the mouse over words, from their beginning to their end. */
async function dragOver(box: Locator, words: string): Promise<void> {
  await box.scrollIntoViewIfNeeded()
  // What comes late (a bar, a banner) moves the text on: whoever sees that waits with the mouse.
  let [ends, before] = [await endsOf(box, words), '']
  while (before !== JSON.stringify(ends)) {
    before = JSON.stringify(ends)
    await nextFrame(box.page())
    ends = await endsOf(box, words)
  }
  const { mouse } = box.page()
  const [[left, top], [right, bottom]] = ends
  await mouse.move(left, top)
  await mouse.down()
  await mouse.move(right, bottom, { steps: 3 })
  await mouse.up()
  await nextFrame(box.page())
}

/** Where words begin and end on the screen. */
function endsOf(
  box: Locator,
  words: string,
): Promise<readonly [from: readonly [number, number], to: readonly [number, number]]> {
  return box.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const nodes: { readonly node: Node; readonly from: number }[] = []
    let said = ''
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, from: said.length })
      said += walker.currentNode.textContent ?? ''
    }
    const start = said.indexOf(wanted)
    const end = start + wanted.length
    const first = nodes.findLast(({ from }) => from <= start)
    const last = nodes.findLast(({ from }) => from < end)
    if (start < 0 || !first || !last) throw new Error(`“${wanted}” is not in “${said}”`)
    const range = document.createRange()
    range.setStart(first.node, start - first.from)
    range.setEnd(last.node, end - last.from)
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0)
    const [a] = boxes
    const b = boxes.at(-1)
    if (!a || !b) throw new Error(`“${wanted}” is not to be seen`)
    return [
      [a.left, (a.top + a.bottom) / 2],
      [b.right, (b.top + b.bottom) / 2],
    ] as const
  }, words)
}

/** Puts the caret behind words, and waits until the page has it there. */
export async function caretBehind(box: Locator, words: string): Promise<void> {
  await pickWords(box, words)
  await box.page().keyboard.press('ArrowRight')
  await nextFrame(box.page())
}

/** Until what was done is on the screen. */
const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

/** A tab of the side, with what it holds. */
export async function sideTab(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name: new RegExp(`^${name}`, 'u') }).click()
  return page.getByRole('tabpanel', { name: new RegExp(`^${name}`, 'u') })
}

/** Takes a step of the workflow by its button on the story's page. */
export const step = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()

/** What the list of open suggestions says, one line for each. */
export async function openChanges(page: Page): Promise<string[]> {
  return page
    .getByRole('list', { name: 'Open suggestions' })
    .getByRole('listitem')
    .evaluateAll((rows) =>
      rows.map((row) =>
        (row.querySelector('button[aria-label^=Accept]')?.getAttribute('aria-label') ?? '').replace(
          'Accept: ',
          '',
        ),
      ),
    )
}

/** What the bar over the story says of where it stands: "In review · Kit Marsh". */
export async function statusOf(page: Page): Promise<string> {
  const said = await page.getByRole('banner', { name: 'Story' }).innerText()
  return /^(?:Draft|Submitted|In review.*|Changes requested|Approved|Spiked)$/mu.exec(said)?.[0] ?? ''
}

/** Writes a story that wants nothing but a sub-editor, and submits it. */
export async function submitStory(page: Page, headline: string, ...paragraphs: string[]): Promise<void> {
  await newStory(page)
  await textbox(page, 'Headline').click()
  await page.keyboard.type(headline)
  await page.getByRole('button', { name: 'Add author' }).click()
  await page.getByRole('group', { name: 'Byline' }).getByRole('textbox', { name: 'Name' }).fill('Jane Doe')
  await textbox(page, 'Body').click()
  for (const [place, paragraph] of paragraphs.entries()) {
    if (place > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(paragraph)
  }
  await waitForSaved(page)
  await step(page, 'Submit')
  await eventually(() => statusOf(page), 'Submitted')
}

/** Opens a story in another tab, with its text on the page. */
export async function openStory(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await textbox(page, 'Body').waitFor()
}

/** Presses Tab (or Shift+Tab) until the focus is on it, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Tab never reached ${String(target)}`)
}
