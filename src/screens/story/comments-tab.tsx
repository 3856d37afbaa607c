import type { ReactElement } from 'react'
import { useOpenStory } from '../../store/use-desk.ts'
import styles from './sign-off-list.module.css'

/** How much is open. */
export function CommentsTab({ id }: { readonly id: string }): ReactElement {
  const count = useOpenStory(id, (story) => story.signOff.comments) ?? 0
  return (
    <div className={styles['tab']}>
      <p>
        {count === 0
          ? 'There are no open comments.'
          : count === 1
            ? '1 comment is open.'
            : `${count} comments are open.`}
      </p>
    </div>
  )
}
