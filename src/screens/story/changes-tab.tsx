import type { ReactElement } from 'react'
import { useOpenStory } from '../../store/use-desk.ts'
import styles from './sign-off-list.module.css'

/** How much is open. */
export function ChangesTab({ id }: { readonly id: string }): ReactElement {
  const count = useOpenStory(id, (story) => story.signOff.suggestions) ?? 0
  return (
    <div className={styles['tab']}>
      <p>
        {count === 0
          ? 'Nothing is suggested.'
          : count === 1
            ? '1 suggestion is open.'
            : `${count} suggestions are open.`}
      </p>
    </div>
  )
}
