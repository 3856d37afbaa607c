// @vitest-environment jsdom
import { act, configure, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { contentHash } from '../../../src/domain/content-hash.ts'
import { BLANK_REPORT } from '../../../src/domain/checks/check-report.ts'
import type { Person } from '../../../src/domain/person.ts'
import { plainSpans } from '../../../src/domain/story-content.ts'
import type { Action } from '../../../src/domain/workflow.ts'
import { flagOf } from '../../domain/checks/flags.ts'
import { violations } from '../../ui/violations.ts'
import { content, JANE, KIT, stageStory, type StoryStage } from './story-stage.tsx'

// Whole pages, with many hands at once on a slow machine.
vi.setConfig({ testTimeout: 30_000 })
configure({ asyncUtilTimeout: 10_000 })
const PATIENCE = { timeout: 10_000 }

const CARLA: Person = { id: 'carla', name: 'Carla Chief', role: 'chief' }
const READY = content({
  headline: plainSpans('Harbour reopens'),
  body: [{ kind: 'paragraph', level: 0, spans: plainSpans('It did.') }],
  authors: [{ id: 'a', name: 'Jane Doe', role: '' }],
})
const WITH_TK = content({ ...READY, dek: plainSpans('After TK years') })

const button = (name: string): HTMLElement => screen.getByRole('button', { name })
/** Waits until somebody is told this. */
const told = ({ store }: StoryStage, text: RegExp): Promise<void> =>
  act(() =>
    vi.waitFor(
      () =>
        expect(
          store
            .getState()
            .notices.map((row) => row.text)
            .join('\n'),
        ).toMatch(text),
      PATIENCE,
    ),
  )

/** A story on its page that went through some steps; somebody looks at it. */
const staged = (
  story: typeof READY,
  steps: readonly (readonly [Person, Action])[],
  becomes: Person,
): Promise<StoryStage> => stageStory(story, { steps, becomes })

async function choose({ user }: StoryStage, item: string): Promise<void> {
  await user.click(button('More actions'))
  await user.click(await screen.findByRole('menuitem', { name: item }))
}

const status = (stage: StoryStage, wanted: string): Promise<void> =>
  act(() => vi.waitFor(() => expect(stage.open().record.status).toBe(wanted), PATIENCE))

const SUBMITTED = [[JANE, { type: 'submit' }]] as const
const CLAIMED = [...SUBMITTED, [KIT, { type: 'claim' }]] as const

describe('the steps of the workflow', () => {
  it('are buttons named after them: submit, withdraw, claim', async () => {
    const stage = await staged(READY, [], JANE)
    await stage.user.click(button('Submit'))
    await status(stage, 'submitted')
    await told(stage, /Submitted “Harbour reopens”/u)
    await stage.user.click(button('Withdraw'))
    await status(stage, 'draft')
    expect(button('Submit')).toBeVisible()
  })

  it('say why they are off, to the keyboard too', async () => {
    const { user, open } = await staged(READY, CLAIMED, JANE)
    const off = button('Approve')
    expect(off).toHaveAttribute('aria-disabled', 'true')
    expect(off).toHaveAccessibleDescription('Only whoever claimed it or a chief can approve this story.')
    // Only a focus that comes by keyboard opens a hint.
    await user.tab()
    act(() => off.focus())
    expect(await screen.findByRole('tooltip')).toHaveTextContent(/^Only whoever claimed it/u)
    await user.keyboard('{Enter}')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(open().record.status).toBe('in review')
    await user.click(button('More actions'))
    const item = await screen.findByRole('menuitem', { name: /^Take over/u })
    expect(item).toHaveAttribute('aria-disabled', 'true')
    expect(item).toHaveTextContent('Only a sub-editor or a chief can take over this story.')
  })

  it('ask for a note where the reporters must know what to do', async () => {
    const stage = await staged(READY, CLAIMED, KIT)
    const { user } = stage
    await user.click(button('Request changes'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Request changes: “Harbour reopens”' }))
    await user.click(dialog.getByRole('button', { name: 'Request changes' }))
    expect(stage.open().record.status).toBe('in review')
    await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'Who paid?')
    await user.click(dialog.getByRole('button', { name: 'Request changes' }))
    await status(stage, 'changes requested')
    const events = await stage.backend.events(stage.id)
    expect(events).toMatchObject({
      ok: true,
      value: expect.arrayContaining([expect.objectContaining({ note: 'Who paid?' })]),
    })
  })

  it('ask whether it is meant before a story is taken out of other hands', async () => {
    const stage = await staged(READY, CLAIMED, CARLA)
    await choose(stage, 'Take over')
    const question = await screen.findByRole('alertdialog', { name: 'Take over: “Harbour reopens”' })
    await stage.user.click(within(question).getByRole('button', { name: 'Cancel' }))
    expect(stage.open().record.claimant).toBe(KIT.id)
    await choose(stage, 'Take over')
    await stage.user.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Take over' }),
    )
    await act(() => vi.waitFor(() => expect(stage.open().record.claimant).toBe(CARLA.id), PATIENCE))
    await choose(stage, 'Spike')
    await stage.user.click(
      within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Spike' }),
    )
    await status(stage, 'spiked')
    expect(button('Restore')).not.toHaveAttribute('aria-disabled')
  })

  it('keep a version under a name', async () => {
    const stage = await staged(READY, [], JANE)
    await choose(stage, 'Keep version')
    const dialog = within(await screen.findByRole('dialog', { name: 'Keep version' }))
    await stage.user.click(dialog.getByRole('button', { name: 'Keep version' }))
    expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(
      /Give the version a name/u,
    )
    await stage.user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Before the lawyers{Enter}')
    await told(stage, /Kept the version “Before the lawyers”/u)
    const versions = await stage.backend.versions(stage.id)
    expect(versions.ok ? versions.value.map(({ name }) => name) : []).toContain('Before the lawyers')
  })

  it('are refused in words when somebody was faster', async () => {
    const stage = await staged(READY, SUBMITTED, KIT)
    const { record } = stage.open()
    await act(async () => {
      await stage.backend.act(stage.id, { type: 'claim' })
    })
    stage.setOpen({ record })
    await stage.user.click(button('Claim'))
    await told(stage, /in review/u)
    const stored = await stage.backend.record(stage.id)
    expect(stored).toMatchObject({ ok: true, value: { claimant: KIT.id } })
  })
})

describe('approval', () => {
  const dialog = async ({ user }: StoryStage): Promise<ReturnType<typeof within>> => {
    await user.click(button('Approve'))
    return within(await screen.findByRole('dialog', { name: 'Approve: “Harbour reopens”' }))
  }

  it('is of exactly what is on the screen', async () => {
    const stage = await staged(READY, CLAIMED, KIT)
    const acted = vi.spyOn(stage.backend, 'act')
    const look = await dialog(stage)
    expect(look.getByText(/“Harbour reopens”, 2 words/u)).toBeVisible()
    expect(look.getByText('Nothing stands in the way of approval.')).toBeVisible()
    expect(await violations()).toEqual([])
    const hash = contentHash(stage.says())
    await stage.user.click(look.getByRole('button', { name: 'Approve' }))
    await status(stage, 'approved')
    expect(acted).toHaveBeenCalledWith(stage.id, { type: 'approve', hash, reason: '' })
    await told(stage, /Approved “Harbour reopens”/u)
    expect(button('Reopen')).toBeVisible()
  })

  it('is impossible over a stop; the item leads to where it is mended', async () => {
    const stage = await staged(content({ ...READY, authors: [] }), CLAIMED, CARLA)
    const look = await dialog(stage)
    const approve = look.getByRole('button', { name: 'Approve' })
    expect(approve).toHaveAccessibleDescription(/^1 thing stands in the way of approval\. Nobody is named/u)
    await stage.user.click(approve)
    expect(stage.open().record.status).toBe('in review')
    await stage.user.click(look.getByRole('button', { name: 'Nobody is named in the byline.' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    await vi.waitFor(
      () =>
        expect(screen.getByRole('group', { name: 'Byline' })).toContainElement(
          document.activeElement as HTMLElement,
        ),
      PATIENCE,
    )
  })

  it('over what the checks found is also a sub-editor’s, who says why; the event keeps how much it was', async () => {
    const stage = await staged(READY, CLAIMED, KIT)
    stage.setOpen({ checks: { ...BLANK_REPORT, flags: [flagOf({ words: 'did' })], isComplete: true } })
    const look = await dialog(stage)
    expect(look.getByRole('button', { name: 'Spelling: “did”.' })).toBeVisible()
    expect(look.getByText('Whoever approves over these says why.')).toBeVisible()
    expect(look.getByRole('button', { name: 'Approve' })).toHaveAccessibleDescription(
      /^Say why this story is approved over what the checks found/u,
    )
    await stage.user.type(look.getByRole('textbox', { name: 'Reason' }), 'It is right.')
    await stage.user.click(look.getByRole('button', { name: 'Approve' }))
    await status(stage, 'approved')
    const events = await stage.backend.events(stage.id)
    expect(events.ok ? events.value.at(-1) : null).toMatchObject({
      type: 'approve',
      note: 'It is right.',
      flags: [{ check: 'spelling', count: 1 }],
    })
  })

  it('over a warning is a chief’s, who says why', async () => {
    const stage = await staged(WITH_TK, CLAIMED, CARLA)
    const look = await dialog(stage)
    const approve = look.getByRole('button', { name: 'Approve' })
    expect(approve).toHaveAccessibleDescription('Say why this story is approved over a warning.')
    await stage.user.type(look.getByRole('textbox', { name: 'Reason' }), 'It is the house style.')
    await stage.user.click(look.getByRole('button', { name: 'Approve' }))
    await status(stage, 'approved')
    const events = await stage.backend.events(stage.id)
    expect(events.ok ? events.value.at(-1) : null).toMatchObject({
      type: 'approve',
      note: 'It is the house style.',
    })
  })

  it('over a warning is not a sub-editor’s', async () => {
    const stage = await staged(WITH_TK, CLAIMED, KIT)
    const look = await dialog(stage)
    expect(look.queryByRole('textbox', { name: 'Reason' })).toBeNull()
    expect(look.getByRole('button', { name: 'Approve' })).toHaveAccessibleDescription(
      /^Only a chief can approve/u,
    )
  })

  it('of a story that changed meanwhile asks for another look', async () => {
    const stage = await staged(READY, CLAIMED, KIT)
    const look = await dialog(stage)
    act(() => stage.open().session.doc.getText('headline').insert(0, 'Old '))
    expect(look.getByRole('button', { name: 'Approve' })).toHaveAccessibleDescription(
      /changed since you opened/u,
    )
    await stage.user.click(look.getByRole('button', { name: 'Approve' }))
    expect(stage.open().record.status).toBe('in review')
    await stage.user.click(look.getByRole('button', { name: 'Look again' }))
    expect(look.getByText(/“Old Harbour reopens”, 2 words/u)).toBeVisible()
    await stage.user.click(look.getByRole('button', { name: 'Approve' }))
    await status(stage, 'approved')
  })
})
