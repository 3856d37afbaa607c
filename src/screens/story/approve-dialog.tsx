import { useState, type ReactElement } from 'react'
import { flagCounts, signOffFlags } from '../../domain/checks/sign-off-flags.ts'
import { whyNotApprove } from '../../domain/may-approve.ts'
import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import type { Person } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import type { StorySession } from '../../store/story-session.ts'
import { useActions, useOpenStory } from '../../store/use-desk.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { titled } from '../desk/row-steps.ts'
import styles from './approve-dialog.module.css'
import { SignOffList } from './sign-off-list.tsx'
import { useJump } from './use-jump.ts'
import { useLook } from './use-look.ts'

type ApproveDialogProps = {
  readonly record: StoryRecord
  readonly me: Person
  readonly onClose: () => void
}

/** The last look before approval: what is approved, what stands in its way, and why that is passed. */
export function ApproveDialog(props: ApproveDialogProps): ReactElement | null {
  const session = useOpenStory(props.record.id, (story) => story.session)
  return session ? <LastLook {...props} session={session} /> : null
}

const NO_FLAGS: readonly never[] = []

const UNSAID = {
  reason: 'invalid',
  message: 'Say why this story is approved over what the checks found, or settle it in the Checks tab first.',
} as const

const CHANGED = 'The story was changed since you opened this. Look at it again first.'

function LastLook({
  record,
  me,
  session,
  onClose,
}: ApproveDialogProps & { readonly session: StorySession }): ReactElement {
  const actions = useActions()
  const jump = useJump()
  const [reason, setReason] = useState('')
  const { seen, hasChanged, lookAgain } = useLook(session, record.embargo)
  const { items } = seen
  const flags = useOpenStory(record.id, (story) => story.checks.flags) ?? NO_FLAGS
  const found = signOffFlags(flags, NEWSROOM_SETTINGS)
  const refusal =
    whyNotApprove(record, me, items, reason, NEWSROOM_SETTINGS) ??
    (found.length > 0 && reason.trim() === '' ? UNSAID : null)
  // What the checks found may be wrong: whoever may approve at all passes it, but says why.
  const asksWhy =
    items.every(({ level }) => level === 'warning') &&
    (items.length > 0 ? me.role === 'chief' : found.length > 0) &&
    (refusal === null || refusal.reason === 'invalid')
  const approve = (): void => {
    const said = items.length + found.length === 0 ? '' : reason.trim()
    const counts = flagCounts(flags, NEWSROOM_SETTINGS)
    const reported = counts.length === 0 ? {} : { flags: counts }
    actions.act(
      record.id,
      { type: 'approve', hash: seen.hash, reason: said, ...reported },
      `Approved ${titled(record)}.`,
    )
    onClose()
  }
  return (
    <Dialog
      title={`Approve: ${titled(record)}`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <ReasonedButton
            kind="primary"
            off={hasChanged ? CHANGED : (refusal?.message ?? '')}
            onPress={approve}
          >
            Approve
          </ReasonedButton>
        </>
      }
    >
      <div className={styles['look']}>
        {hasChanged ? (
          <Banner
            tone="warn"
            framed
            action={
              <Button size="small" onPress={lookAgain}>
                Look again
              </Button>
            }
          >
            Somebody changed the story while this stood open. What you see here is how it was.
          </Banner>
        ) : null}
        <p>
          You approve exactly what is on the page: {seen.words}. From then on nobody edits it, unless it is
          reopened.
        </p>
        <SignOffList
          items={[...items, ...found]}
          onJump={(to) => {
            onClose()
            jump(to)
          }}
        />
        {asksWhy ? (
          <TextArea
            label="Reason"
            rows={2}
            description="Why it is approved all the same. It is kept with the approval."
            value={reason}
            onChange={setReason}
          />
        ) : refusal && refusal.reason !== 'invalid' ? (
          <p className={styles['refusal']}>{refusal.message}</p>
        ) : null}
      </div>
    </Dialog>
  )
}
