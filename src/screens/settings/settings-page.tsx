import { Suspense, type ReactElement } from 'react'
import { useDesk } from '../../store/use-desk.ts'
import { usePageTitle } from '../../ui/page-title.ts'
import { lazyPart } from '../lazy-part.tsx'
import { DatelinePanel } from './dateline-panel.tsx'
import { KeysPanel } from './keys-panel.tsx'
import { LookPanel } from './look-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import styles from './settings-page.module.css'
import { StoragePanel } from './storage-panel.tsx'
import { YouPanel } from './you-panel.tsx'

const AccountPanel = lazyPart(() => import('./accounts/account-panel.tsx'), 'AccountPanel')
const ChecksPanel = lazyPart(() => import('./checks/checks-panel.tsx'), 'ChecksPanel')
const MembersPanel = lazyPart(() => import('./accounts/members-panel.tsx'), 'MembersPanel')

/** What a person can set for themselves, and what this desk is set to. */
export function SettingsPage(): ReactElement {
  usePageTitle('Settings')
  return (
    <main className={styles['settings']}>
      <header className={styles['top']}>
        <h1 className={styles['title']}>Settings</h1>
      </header>
      <div className={styles['panels']}>
        <PeoplePanels />
        <LookPanel />
        <DatelinePanel />
        <Suspense fallback={null}>
          <ChecksPanel />
        </Suspense>
        <StoragePanel />
        <KeysPanel />
      </div>
    </main>
  )
}

/** Who is who: with accounts each has their own and chiefs manage them, without them a browser's people share it. */
function PeoplePanels(): ReactElement {
  const hasAccounts = useDesk((state) => state.accounts !== null)
  const isChief = useDesk((state) => state.me?.role === 'chief')
  if (!hasAccounts) {
    return (
      <>
        <YouPanel />
        <PeoplePanel />
      </>
    )
  }
  return (
    <Suspense fallback={null}>
      <AccountPanel />
      {isChief ? <MembersPanel /> : null}
    </Suspense>
  )
}
