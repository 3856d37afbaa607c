import type { ReactElement } from 'react'
import { signOffFlags } from '../../domain/checks/sign-off-flags.ts'
import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import { whyNotStep } from '../../domain/workflow.ts'
import { useDesk, useOpenStory } from '../../store/use-desk.ts'
import { SignOffList } from './sign-off-list.tsx'
import styles from './sign-off-list.module.css'
import { useJump } from './use-jump.ts'

const NOTHING: readonly never[] = []

/** Everything that stands between the story and its approval, each item with the way to it. */
export function SignOffTab({ id }: { readonly id: string }): ReactElement {
  const items = useOpenStory(id, (story) => story.signOff.items) ?? NOTHING
  const flags = useOpenStory(id, (story) => story.checks.flags) ?? NOTHING
  const found = signOffFlags(flags, NEWSROOM_SETTINGS)
  const record = useOpenStory(id, (story) => story.record)
  const me = useDesk((state) => state.me)
  const jump = useJump()
  const refusal = record && me ? whyNotStep(record, me, 'approve') : null
  return (
    <div className={styles['tab']}>
      <SignOffList items={[...items, ...found]} onJump={jump} />
      {refusal ? <p className={styles['refusal']}>{refusal.message}</p> : null}
    </div>
  )
}
