import type { ReactElement } from 'react'
import { usePageTitle } from '../../ui/page-title.ts'
import { DatelinePanel } from './dateline-panel.tsx'
import { KeysPanel } from './keys-panel.tsx'
import { LookPanel } from './look-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import styles from './settings-page.module.css'
import { StoragePanel } from './storage-panel.tsx'
import { YouPanel } from './you-panel.tsx'

/** What a person can set for themselves, and what this desk is set to. */
export function SettingsPage(): ReactElement {
  usePageTitle('Settings')
  return (
    <main className={styles['settings']}>
      <header className={styles['top']}>
        <h1 className={styles['title']}>Settings</h1>
      </header>
      <div className={styles['panels']}>
        <YouPanel />
        <PeoplePanel />
        <LookPanel />
        <DatelinePanel />
        <StoragePanel />
        <KeysPanel />
      </div>
    </main>
  )
}
