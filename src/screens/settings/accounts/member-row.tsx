import { Ellipsis } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { personColour } from '../../../domain/person.ts'
import type { AccountMember } from '../../../store/accounts-state.ts'
import { useActions, useDesk } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Face } from '../../../ui/face.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { Select } from '../../../ui/select.tsx'
import { ROLE_OPTIONS } from '../../roles.ts'
import { ConfirmDialog } from '../../story/confirm-dialog.tsx'
import styles from '../settings-page.module.css'

/** One person with an account, and what a chief can do about it. One's own is changed by another chief. */
export function MemberRow({ member }: { readonly member: AccountMember }): ReactElement {
  const { id, name, email, role, isActive } = member
  const actions = useActions()
  const isMe = useDesk((state) => state.me?.id === id)
  const [isAsking, setAsking] = useState(false)
  return (
    <li className={styles['person']}>
      <Face name={name} colour={personColour(id)} size="large" hidden />
      <span className={styles['who']}>
        {name}
        <span className={styles['role']}>{email}</span>
      </span>
      {isMe ? <Chip tone="review">You, chief</Chip> : null}
      {!isMe && isActive ? (
        <>
          <Select
            label={`Role of ${name}`}
            labelHidden
            size="small"
            value={role}
            options={ROLE_OPTIONS}
            onChange={(next) => {
              actions.setRole(id, next)
            }}
          />
          <Menu
            label={`Account of ${name}`}
            placement="bottom end"
            items={[
              {
                id: 'reset',
                label: 'Make a link to set a new password',
                about: 'For whoever has forgotten it',
              },
              { id: 'deactivate', label: 'Deactivate…', danger: true },
            ]}
            onAction={(action) => {
              if (action === 'reset') actions.makeResetLink(id, name)
              else setAsking(true)
            }}
          >
            <IconButton label={`Account of ${name}`} size="small" icon={<Ellipsis aria-hidden />} />
          </Menu>
        </>
      ) : null}
      {isActive ? null : (
        <>
          <Chip tone="cut">Deactivated</Chip>
          <Button size="small" aria-label={`Reactivate ${name}`} onPress={() => actions.setActive(id, true)}>
            Reactivate
          </Button>
        </>
      )}
      {isAsking ? (
        <ConfirmDialog
          title={`Deactivate ${name}?`}
          button="Deactivate"
          danger
          onConfirm={() => actions.setActive(id, false)}
          onClose={() => setAsking(false)}
        >
          <p>
            {name} is signed out everywhere at once and can’t sign in. What {name} wrote, suggested and
            decided stays, under that name; stories {name} has claimed stay claimed until somebody takes them
            over. You can reactivate the account at any time.
          </p>
        </ConfirmDialog>
      ) : null}
    </li>
  )
}
