import { useCallback, useState, type ReactElement } from 'react'
import { personColour, ROLE_NAMES } from '../../../domain/person.ts'
import { useDesk } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { Face } from '../../../ui/face.tsx'
import { useSignOut } from '../../sign-in/use-sign-out.tsx'
import { Panel } from '../panel.tsx'
import styles from '../settings-page.module.css'
import { NameForm } from './name-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { SessionList } from './session-list.tsx'

/** Whoever is signed in: their name and password, and where else they are signed in. */
export function AccountPanel(): ReactElement | null {
  const me = useDesk((state) => state.me)
  const { signOut, question } = useSignOut()
  const [changing, setChanging] = useState<'name' | 'password' | null>(null)
  const close = useCallback(() => setChanging(null), [])
  if (!me) return null
  return (
    <Panel name="Your account">
      <div className={styles['self']}>
        <Face name={me.name} colour={personColour(me.id)} size="large" hidden />
        <span className={styles['who']}>
          {me.name}
          <span className={styles['role']}>{ROLE_NAMES[me.role]}; chiefs set roles</span>
        </span>
      </div>
      {changing === 'name' && <NameForm name={me.name} onClose={close} />}
      {changing === 'password' && <PasswordForm onClose={close} />}
      {changing === null && (
        <div className={styles['buttons']}>
          <Button onPress={() => setChanging('name')}>Change name</Button>
          <Button onPress={() => setChanging('password')}>Change password</Button>
          <Button onPress={signOut}>Sign out</Button>
        </div>
      )}
      <SessionList />
      {question}
    </Panel>
  )
}
