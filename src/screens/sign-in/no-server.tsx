import type { ReactElement } from 'react'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import styles from '../entry/entry.module.css'
import { EntryFrame } from '../entry/entry-frame.tsx'

/** The server can't be reached, and this browser knows nobody who was signed in. */
export function NoServer(): ReactElement {
  const actions = useActions()
  const problem = useDesk((state) => state.accounts?.problem ?? '')
  return (
    <EntryFrame title="The newsroom can’t be reached" lead={<p>{problem}</p>}>
      <div className={styles['narrow']}>
        <Button kind="primary" onPress={() => actions.askGate()}>
          Try again
        </Button>
      </div>
    </EntryFrame>
  )
}
