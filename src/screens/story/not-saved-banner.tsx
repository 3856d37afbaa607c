import type { ReactElement } from 'react'
import type { OpenStory } from '../../store/desk-state.ts'
import { useOpenStory } from '../../store/use-desk.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './story-layout.module.css'
import { useExport } from './use-export.ts'

/** Stands over the text for as long as it isn't stored, with two ways to keep it nevertheless. */
export function NotSavedBanner({ id }: { readonly id: string }): ReactElement | null {
  const message = useOpenStory(id, ({ save }) => (save.kind === 'failed' ? save.message : null))
  const session = useOpenStory(id, (story) => story.session)
  return message === null || message === undefined || !session ? null : (
    <FailedBanner session={session} message={message} />
  )
}

function FailedBanner({
  session,
  message,
}: {
  readonly session: OpenStory['session']
  readonly message: string
}): ReactElement {
  const exportStory = useExport(session)
  return (
    <Banner
      tone="error"
      action={
        <span className={styles['rescue']}>
          <Button size="small" onPress={() => exportStory({ how: 'copy', format: 'wire' })}>
            Copy text
          </Button>
          <Button size="small" onPress={() => exportStory({ how: 'download', format: 'json' })}>
            Download story
          </Button>
        </span>
      }
    >
      <strong>Not saved.</strong> {message}
    </Banner>
  )
}
