import { useEffect, type ReactElement } from 'react'
import { Link } from 'wouter'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { Banner } from '../../ui/banner.tsx'
import { EntryFrame } from '../entry/entry-frame.tsx'
import { useLinkToken } from '../entry/use-link-token.ts'
import { JoinForm } from './join-form.tsx'

/** The page behind an invitation's link: who invites to what, and the way in. */
export function InvitationPage(): ReactElement {
  const actions = useActions()
  const token = useLinkToken()
  const invited = useDesk((state) => state.accounts?.invited ?? null)
  const me = useDesk((state) => state.me)
  useEffect(() => {
    if (token !== '') actions.readInvitation(token)
  }, [actions, token])
  if (token === '') {
    return (
      <EntryFrame
        title="This link is not complete"
        lead={<p>Open the whole link from your invitation: it ends in a long row of letters and digits.</p>}
      >
        <Away />
      </EntryFrame>
    )
  }
  if (invited?.status === 'failed') {
    return (
      <EntryFrame title="This invitation can’t be used" lead={<p>{invited.message}</p>}>
        <Away />
      </EntryFrame>
    )
  }
  if (invited?.status !== 'ready') return <EntryFrame title="Join the newsroom" />
  return (
    <EntryFrame title="Join the newsroom">
      {me ? (
        <Banner tone="warn" framed>
          {me.name} is signed in in this browser. Joining signs {me.name} out here.
        </Banner>
      ) : null}
      <JoinForm token={token} invited={invited.value} />
    </EntryFrame>
  )
}

const Away = (): ReactElement => (
  <p>
    <Link href="/">Go to the desk</Link>
  </p>
)
