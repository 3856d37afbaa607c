import { useEffect, useId, type ReactElement } from 'react'
import { useActions, useDesk } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ago, inFull } from '../../desk/ago.ts'
import { useNow, ZONE } from '../../use-now.ts'
import { AskedList } from './asked-list.tsx'
import styles from '../settings-page.module.css'

/** Where somebody is signed in, this browser first, and the way to end what they don't know or don't need. */
export function SessionList(): ReactElement {
  const actions = useActions()
  const sessions = useDesk((state) => state.accounts?.sessions ?? null)
  const now = useNow()
  const id = useId()
  useEffect(() => actions.needSessions(), [actions])
  const others = sessions?.status === 'ready' ? sessions.value.filter(({ isThis }) => !isThis) : []
  return (
    <section aria-labelledby={id} className={styles['part']}>
      <h3 id={id} className={styles['subject']}>
        Where you are signed in
      </h3>
      <AskedList asked={sessions} label="Sessions" onRetry={() => actions.needSessions()}>
        {(items) =>
          items.map((session) => (
            <li key={session.id} className={styles['person']}>
              <span className={styles['who']}>
                {session.device}
                <span className={styles['role']} title={inFull(session.since, ZONE)}>
                  since {ago(session.since, now, ZONE)}
                  {session.isThis ? '' : `, last seen ${ago(session.lastSeen, now, ZONE)}`}
                </span>
              </span>
              {session.isThis ? (
                <Chip tone="review">This browser</Chip>
              ) : (
                <Button
                  size="small"
                  aria-label={`End: ${session.device}, since ${ago(session.since, now, ZONE)}`}
                  onPress={() => actions.endSessions([session.id])}
                >
                  End
                </Button>
              )}
            </li>
          ))
        }
      </AskedList>
      {others.length < 2 ? null : (
        <div className={styles['buttons']}>
          <Button onPress={() => actions.endSessions(others.map((session) => session.id))}>
            End all others
          </Button>
        </div>
      )}
    </section>
  )
}
