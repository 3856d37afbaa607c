import { UserPlus } from 'lucide-react'
import { useEffect, useState, type ReactElement } from 'react'
import { useActions, useDesk } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../panel.tsx'
import styles from '../settings-page.module.css'
import { AskedList } from './asked-list.tsx'
import { InvitationList } from './invitation-list.tsx'
import { InviteForm } from './invite-form.tsx'
import { IssuedLinkBox } from './issued-link-box.tsx'
import { MemberRow } from './member-row.tsx'

/** Everybody with an account, for chiefs: who they are, what they may do, and the way in for others. */
export function MembersPanel(): ReactElement {
  const actions = useActions()
  const members = useDesk((state) => state.accounts?.members ?? null)
  const [isInviting, setInviting] = useState(false)
  useEffect(() => actions.needMembers(), [actions])
  return (
    <Panel name="People">
      <AskedList asked={members} label="People with an account" onRetry={() => actions.needMembers()}>
        {(people) => people.map((member) => <MemberRow key={member.id} member={member} />)}
      </AskedList>
      <InvitationList />
      <IssuedLinkBox />
      {isInviting ? (
        <InviteForm onClose={() => setInviting(false)} />
      ) : (
        <div className={styles['buttons']}>
          <Button icon={<UserPlus aria-hidden />} onPress={() => setInviting(true)}>
            Invite somebody
          </Button>
        </div>
      )}
    </Panel>
  )
}
