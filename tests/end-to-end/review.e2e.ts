import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import {
  caretBehind,
  copyOf,
  eventually,
  joinedBy,
  newStory,
  openChanges,
  pickWords,
  sideTab,
  statusOf,
  step,
  textbox,
  visit,
  waitForSaved,
  waitForState,
} from './desk.ts'

// One story on its whole way, in two tabs with two people. Each test goes on where the one before it ended.

let browser: Browser
let context: BrowserContext
let reporter: Page
let sub: Page
let address: string

beforeAll(async () => {
  browser = await launchBrowser()
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  reporter = await context.newPage()
  await visit(reporter, inject('address'))
  sub = await joinedBy(context, inject('address'), 'Kit Marsh', 'Sub-editor')
})
afterAll(() => browser.close())

const CHANGES = [
  '“strands” becomes “leaves”',
  '“ stuck” put in',
  '“ on Tuesday” taken out',
  '“, the operator said” taken out',
  '“Monday evening” becomes “Monday night”',
  'New paragraph',
  'Bold: “ready to talk”',
  '“oban-ferry” becomes “oban-strike”',
]

const FIRST = [
  'No ferry left Oban on Tuesday, the operator said.',
  'Islanders were told on Monday evening. The strike will last a week.',
  'The union said it was ready to talk.',
].join('\n')

const BODY = [
  'No ferry left Oban on Tuesday, the operator said.',
  'Islanders were told on Monday night. ',
  'The strike will last a week.',
  'The union said it was ready to talk.',
].join('\n')

/** One red pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIwDiqkL4KAbETA/1mYMYAAAAASUVORK5CYII=',
  'base64',
)

/** The words that a comparison shows as gone, and those that it shows as new. */
const changedWords = (place: Locator): Promise<string[][]> =>
  place.evaluate((element) =>
    ['del', 'ins'].map((name) =>
      [...element.querySelectorAll(name)].map(({ textContent }) =>
        (textContent ?? '').replace(/^\s*(?:deleted|inserted):/u, '').trim(),
      ),
    ),
  )

/** The store of a tab takes nothing for a while: as on a disk that is full. */
const failWrites = (page: Page, fails: boolean): Promise<void> =>
  page.evaluate((on) => {
    const store = IDBObjectStore.prototype as { put: IDBObjectStore['put'] } & {
      realPut?: IDBObjectStore['put']
    }
    store.realPut ??= store.put
    store.put = on
      ? () => {
          throw new DOMException('full', 'QuotaExceededError')
        }
      : store.realPut
  }, fails)

test('the reporter drafts a story with all its parts and submits it', async () => {
  await newStory(reporter)
  await textbox(reporter, 'Headline').click()
  await reporter.keyboard.type('Ferry strike strands islanders')
  await textbox(reporter, 'Dek').click()
  await reporter.keyboard.type('Talks go on through the night')
  await reporter.getByRole('button', { name: 'Add author' }).click()
  await reporter
    .getByRole('group', { name: 'Byline' })
    .getByRole('textbox', { name: 'Name' })
    .fill('Jane Doe')
  await reporter
    .getByLabel('Photo file')
    .setInputFiles({ name: 'pier.png', mimeType: 'image/png', buffer: PICTURE })
  await textbox(reporter, 'Alt text').fill('An empty pier')
  await textbox(reporter, 'Caption').click()
  await reporter.keyboard.type('The pier at Oban on Tuesday.')
  await textbox(reporter, 'Credit').fill('EN Photo/Ann Smit')
  await textbox(reporter, 'Section').fill('Local')
  await textbox(reporter, 'Slug').fill('oban-ferry')
  await textbox(reporter, 'Body').click()
  await reporter.keyboard.type('No ferry left Oban on Tuesday, the operator said.')
  await reporter.keyboard.press('Enter')
  await reporter.keyboard.type('Islanders were told on Monday evening. The strike will last a week.')
  await reporter.keyboard.press('Enter')
  await reporter.keyboard.type('The union said it was ready to talk.')
  await waitForSaved(reporter)
  address = reporter.url()
  await step(reporter, 'Submit')
  await reporter.getByText('Submitted “Ferry strike strands islanders”.').waitFor()
  await eventually(() => statusOf(reporter), 'Submitted')
})

test('the sub-editor claims it from the queue', async () => {
  await sub.goto(`${inject('address')}/?queue=submitted`)
  await sub.getByRole('button', { name: 'Claim Ferry strike strands islanders' }).click()
  await sub.getByRole('link', { name: /^Claimed by me/u }).click()
  await sub.getByRole('link', { name: 'Ferry strike strands islanders' }).click()
  await eventually(() => copyOf(textbox(sub, 'Headline')), 'Ferry strike strands islanders')
  expect(sub.url()).toContain(address)
})

test('on a phone the steps of the workflow are in sight, without scrolling sideways', async () => {
  const size = sub.viewportSize()
  await sub.setViewportSize({ width: 390, height: 844 })
  await eventually(() => sub.evaluate(() => document.documentElement.scrollWidth), 390)
  const right = async (name: string): Promise<number> => {
    const box = await sub.getByRole('button', { name, exact: true }).boundingBox()
    return box ? box.x + box.width : Number.POSITIVE_INFINITY
  }
  expect(await right('Approve')).toBeLessThanOrEqual(390)
  expect(await right('Request changes')).toBeLessThanOrEqual(390)
  if (size) await sub.setViewportSize(size)
})

test('the sub-editor suggests in headline, caption and body, and a value of a plain field', async () => {
  await sub.getByRole('button', { name: 'Suggesting' }).click()
  await pickWords(textbox(sub, 'Headline'), 'strands')
  await sub.keyboard.type('leaves')
  await caretBehind(textbox(sub, 'Headline'), 'islanders')
  await sub.keyboard.type(' stuck')
  await pickWords(textbox(sub, 'Caption'), ' on Tuesday')
  await sub.keyboard.press('Delete')
  await textbox(sub, 'Slug').fill('oban-strike')

  const body = textbox(sub, 'Body')
  await pickWords(body, ', the operator said')
  await sub.keyboard.press('Delete')
  await pickWords(body, 'Monday evening')
  await sub.keyboard.type('Monday night')
  await caretBehind(body, '. ')
  await sub.keyboard.press('Enter')
  await pickWords(body, 'ready to talk')
  await sub.keyboard.press('ControlOrMeta+b')
  await waitForSaved(sub)

  await sideTab(sub, 'Changes')
  await eventually(() => openChanges(sub), CHANGES)
  // Whoever reads along has the same list.
  await sideTab(reporter, 'Changes')
  await eventually(() => openChanges(reporter), CHANGES)
})

test('the sub-editor comments on words and names the reporter, gives a reason, and sends it back with a note', async () => {
  await pickWords(textbox(sub, 'Body'), 'last a week')
  await sub.keyboard.press('ControlOrMeta+Alt+m')
  await sub.getByRole('textbox', { name: 'Comment on “last a week”' }).waitFor()
  await sub.keyboard.type('Who says so? @Ja')
  await sub.keyboard.press('Enter')
  await sub.keyboard.press('ControlOrMeta+Enter')
  await sub.getByRole('article', { name: 'Comment by Kit Marsh on “last a week”' }).waitFor()

  const changes = await sideTab(sub, 'Changes')
  const operator = changes.getByRole('listitem').filter({ hasText: 'the operator said' })
  await operator.getByTitle('Go to it in the story').click()
  await operator.getByRole('button', { name: 'Reason or reply' }).click()
  await operator.getByRole('textbox', { name: 'Reason or reply' }).fill('It said nothing of the kind.')
  await operator.getByRole('button', { name: 'Say', exact: true }).click()
  await waitForSaved(sub)

  await step(sub, 'Request changes')
  const dialog = sub.getByRole('dialog', { name: /^Request changes/u })
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Please look at the second paragraph.')
  await dialog.getByRole('button', { name: 'Request changes' }).click()
  await eventually(() => statusOf(sub), 'Changes requested')
})

test('the reporter is told of the return, the comment and the mention', async () => {
  await reporter.getByRole('button', { name: /^Notices, \d unread/u }).click()
  const inbox = reporter.getByRole('dialog', { name: 'Notices' })
  for (const told of [
    /^Unread: Kit Marsh mentioned you on .*Who says so\? @Jane Doe/u,
    /^Unread: Kit Marsh commented on .*It said nothing of the kind\./u,
    /^Unread: Kit Marsh returned .*Please look at the second paragraph\./u,
  ])
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as they are read
    await inbox.getByRole('link', { name: told }).waitFor()
  await inbox.getByRole('link', { name: /Kit Marsh returned “Ferry strike/u }).click()
  await inbox.waitFor({ state: 'detached' })
  await eventually(() => statusOf(reporter), 'Changes requested')
})

test('the reporter accepts some and rejects some; decisions can be undone and done again', async () => {
  const changes = await sideTab(reporter, 'Changes')
  const button = (name: string) => changes.getByRole('button', { name, exact: true })
  await button('Accept: “strands” becomes “leaves”').click()
  await eventually(() => openChanges(reporter), CHANGES.slice(1))
  await button('Reject: “ stuck” put in').click()
  await eventually(() => openChanges(reporter), CHANGES.slice(2))
  await sideTab(sub, 'Story')
  await eventually(() => copyOf(textbox(sub, 'Headline')), 'Ferry strike leaves islanders')

  const toolbar = reporter.getByRole('toolbar', { name: 'Formatting' })
  await toolbar.getByRole('button', { name: 'Undo' }).click()
  await eventually(() => openChanges(reporter), CHANGES.slice(1))
  await toolbar.getByRole('button', { name: 'Redo' }).click()
  await eventually(() => openChanges(reporter), CHANGES.slice(2))
  await eventually(() => copyOf(textbox(sub, 'Headline')), 'Ferry strike leaves islanders')
})

test('the reporter decides on the rest, answers the comment and resolves it, and submits again', async () => {
  const changes = await sideTab(reporter, 'Changes')
  const operator = changes.getByRole('listitem').filter({ hasText: 'the operator said' })
  await operator.getByText('It said nothing of the kind.').waitFor()
  await operator.getByTitle('Go to it in the story').click()
  await operator.getByRole('textbox', { name: /^Reason for the decision/u }).fill('It did, on Monday.')
  await operator.getByRole('button', { name: /^Reject/u }).click()
  await eventually(
    () => openChanges(reporter),
    CHANGES.filter((_, place) => place > 1 && place !== 3),
  )
  await changes.getByRole('button', { name: 'Accept all' }).click()
  await eventually(() => openChanges(reporter), [])
  await changes.getByRole('listitem').filter({ hasText: 'It did, on Monday.' }).waitFor()

  await sideTab(reporter, 'Comments')
  const comment = reporter.getByRole('article', { name: /^Comment by Kit Marsh/u })
  await comment.getByRole('button', { name: 'Reply' }).click()
  await reporter.keyboard.type('The union did.')
  await reporter.keyboard.press('ControlOrMeta+Enter')
  await comment.getByText('The union did.').waitFor()
  await comment.getByRole('button', { name: 'Resolve' }).click()
  await waitForSaved(reporter)
  await step(reporter, 'Submit')
  await eventually(() => statusOf(reporter), 'Submitted')
  await eventually(() => copyOf(textbox(reporter, 'Body')), BODY)
  await sideTab(reporter, 'Story')
  expect(await textbox(reporter, 'Slug').inputValue()).toBe('oban-strike')
})

test('the sub claims it again, finds nothing in the way, and approves', async () => {
  await step(sub, 'Claim')
  const signOff = await sideTab(sub, 'Sign-off')
  await signOff.getByText('Nothing stands in the way of approval.').waitFor()
  await step(sub, 'Approve')
  const dialog = sub.getByRole('dialog', { name: /^Approve/u })
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click()
  await eventually(() => statusOf(sub), 'Approved')
  await waitForState(reporter, 'Read-only')
})

test('the list has a version of every step; any two are compared, and the digest tells what the desk changed', async () => {
  await sub.getByRole('link', { name: 'History' }).click()
  const versions = sub.getByRole('list', { name: 'Versions' }).getByRole('button')
  await eventually(
    async () => (await versions.allInnerTexts()).map((text) => text.split('\n').slice(0, 4).join(' · ')),
    [
      'Now · The story as it stands, after version 6 · 29 words',
      'Version 6 · Approved · Approved · Kit Marsh',
      'Version 5 · In review · Claimed · Kit Marsh',
      'Version 4 · Submitted · Submitted · Jane Doe',
      'Version 3 · Changes requested · Sent back: Please look at the second paragraph. · Kit Marsh',
      'Version 2 · In review · Claimed · Kit Marsh',
      'Version 1 · Submitted · Submitted · Jane Doe',
    ],
  )
  // As it was first submitted, against how it was approved.
  await versions.filter({ hasText: /Version 6/u }).click()
  await sub.getByRole('combobox', { name: 'Compare with' }).selectOption({ label: 'Version 1 · Submitted' })
  const comparison = sub.getByRole('region', { name: 'Comparison' })
  await comparison.getByRole('heading', { name: 'Version 1 to Version 6' }).waitFor()
  await eventually(
    () => changedWords(comparison),
    [
      ['strands', 'on Tuesday', 'evening', 'ferry'],
      ['leaves', 'night', 'strike'],
    ],
  )
  await sub.getByRole('button', { name: 'Side by side' }).click()
  await eventually(
    () => changedWords(comparison),
    [
      ['strands', 'on Tuesday', 'evening', 'ferry'],
      ['leaves', 'night', 'strike'],
    ],
  )
  await comparison.getByText('Split from the block above').first().waitFor()
})

test('the digest tells the reporter what the desk changed and who suggested it', async () => {
  await reporter.getByRole('button', { name: /^Notices, \d unread/u }).click()
  await reporter.getByRole('link', { name: /Kit Marsh approved “Ferry strike leaves islanders”/u }).click()
  const digest = reporter.getByRole('article', { name: 'Digest' })
  await eventually(
    () => changedWords(digest),
    [
      ['strands', 'on Tuesday', 'evening', 'oban-ferry'],
      ['leaves', 'night', 'oban-strike'],
    ],
  )
  const headline = digest.getByRole('region', { name: 'Headline' }).getByRole('listitem')
  await headline.filter({ hasText: 'Suggested by Kit Marsh' }).waitFor()
})

test('what a tab still held when the story was approved is kept, shown, and comes back as suggestions', async () => {
  await sub.goto(address)
  await step(sub, 'Reopen')
  const note = sub.getByRole('dialog', { name: /^Reopen/u })
  await note.getByRole('textbox', { name: 'Note' }).fill('The strike is over.')
  await note.getByRole('button', { name: 'Reopen' }).click()
  await sub
    .getByText(/^In review/u)
    .first()
    .waitFor()

  await reporter.goto(address)
  await failWrites(reporter, true)
  await caretBehind(textbox(reporter, 'Body'), 'ready to talk')
  await reporter.keyboard.type(' again')
  await waitForState(reporter, 'Not saved')
  await step(sub, 'Approve')
  await sub
    .getByRole('dialog', { name: /^Approve/u })
    .getByRole('button', { name: 'Approve', exact: true })
    .click()
  await eventually(() => statusOf(sub), 'Approved')
  await failWrites(reporter, false)
  const late = reporter.getByRole('region', { name: 'Words that came too late' })
  await late.waitFor()
  await late.getByRole('button', { name: 'What differs' }).click()
  await late.getByText('again').first().waitFor()

  await sub.reload()
  await step(sub, 'Reopen')
  await note.getByRole('textbox', { name: 'Note' }).fill('Late words of Jane’s.')
  await note.getByRole('button', { name: 'Reopen' }).click()
  await late.getByRole('button', { name: 'Bring back as suggestions' }).click()
  await late.waitFor({ state: 'detached' })
  await sideTab(sub, 'Changes')
  await eventually(() => openChanges(sub), ['“ again” put in'])
})

test('restoring an earlier version makes a new one, and keeps what stood there as another', async () => {
  await sub.getByRole('link', { name: 'History' }).click()
  const versions = sub.getByRole('list', { name: 'Versions' }).getByRole('button')
  await sub.getByRole('button', { name: /^Version 1 Submitted/u }).click()
  await sub.getByRole('button', { name: 'Restore' }).click()
  await sub.getByText(/says again what version 1 says/u).waitFor()
  await eventually(
    async () => (await versions.allInnerTexts()).slice(1, 3).map((text) => text.split('\n')[2]),
    ['Kept as “Version 1 restored”', 'Kept as “Before version 1 was restored”'],
  )
  await sub.getByRole('link', { name: 'Back to the story' }).click()
  await eventually(() => copyOf(textbox(sub, 'Headline')), 'Ferry strike strands islanders')
  await eventually(() => copyOf(textbox(reporter, 'Body')), FIRST)
})
