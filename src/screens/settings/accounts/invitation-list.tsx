import { useId, type ReactElement } from 'react'
import { ROLE_NAMES } from '../../../domain/person.ts'
import { useActions, useDesk } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { inFull } from '../../desk/ago.ts'
import { ZONE } from '../../use-now.ts'
import styles from '../settings-page.module.css'

/** Invitations that nobody has taken up yet. */
export function InvitationList(): ReactElement | null {
  const actions = useActions()
  const asked = useDesk((state) => state.accounts?.invitations ?? null)
  const id = useId()
  if (asked?.status !== 'ready' || asked.value.length === 0) return null
  return (
    <section aria-labelledby={id} className={styles['part']}>
      <h3 id={id} className={styles['subject']}>
        Invited, not here yet
      </h3>
      <ul className={styles['people']} aria-labelledby={id}>
        {asked.value.map(({ id: invitation, name, email, role, expiresAt }) => (
          <li key={invitation} className={styles['person']}>
            <span className={styles['who']}>
              {name === '' ? email : name}
              <span className={styles['role']}>
                {name === '' ? '' : `${email} · `}
                {ROLE_NAMES[role]} · until {inFull(expiresAt, ZONE)}
              </span>
            </span>
            <Button
              size="small"
              aria-label={`Take back the invitation of ${name === '' ? email : name}`}
              onPress={() => actions.revoke(invitation)}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
