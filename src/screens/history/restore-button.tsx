import { RotateCcw } from 'lucide-react'
import type { ReactElement } from 'react'
import type { VersionName } from '../../store/story-history.ts'
import { useActions, useDesk, useOpenStory } from '../../store/use-desk.ts'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import styles from './comparison-head.module.css'
import { whyNotWriteBack } from './why-not-write-back.ts'

/** Makes the story say again what the chosen version says; where it can't, the reason stands beside it. */
export function RestoreButton({
  id,
  chosen,
}: {
  readonly id: string
  readonly chosen: VersionName
}): ReactElement {
  const actions = useActions()
  const closed = useOpenStory(id, whyNotWriteBack) ?? 'The story is not open.'
  const right = useOpenStory(id, (story) => story.access.right)
  const isBusy = useDesk(({ histories }) => histories[id]?.busy !== undefined)
  // Where work is under way the button stays where it is: a press more would do nothing.
  const reason = chosen === 'now' ? 'This is how the story stands.' : isBusy ? 'One moment…' : closed
  const about =
    reason !== ''
      ? reason
      : right === 'suggest'
        ? 'What this version says otherwise becomes suggestions.'
        : 'Makes a new version; what the story says now is kept.'
  return (
    <span className={styles['restore']}>
      <ReasonedButton
        icon={<RotateCcw aria-hidden />}
        off={reason}
        aria-describedby="about-restore"
        onPress={() => {
          if (chosen !== 'now') actions.restoreVersion(id, chosen)
        }}
      >
        Restore
      </ReasonedButton>
      <span id="about-restore" className={styles['about']}>
        {about}
      </span>
    </span>
  )
}
