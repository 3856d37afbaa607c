import type { ReactElement, ReactNode } from 'react'
import type { Asked } from '../../../store/desk-state.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from '../settings-page.module.css'

/** A list that the server was asked for: what it answered, or why it did not. */
export function AskedList<Item>({
  asked,
  label,
  onRetry,
  children,
}: {
  readonly asked: Asked<readonly Item[]> | null
  readonly label: string
  readonly onRetry: () => void
  /** The list's rows. */
  readonly children: (items: readonly Item[]) => ReactNode
}): ReactElement | null {
  if (asked === null || asked.status === 'loading') return <p className={styles['about']}>Loading…</p>
  if (asked.status === 'failed') {
    return (
      <Banner
        tone="warn"
        framed
        action={
          <Button size="small" onPress={onRetry}>
            Try again
          </Button>
        }
      >
        {asked.message}
      </Banner>
    )
  }
  return (
    <ul className={styles['people']} aria-label={label}>
      {children(asked.value)}
    </ul>
  )
}
