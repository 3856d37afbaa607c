import type { ReactElement } from 'react'
import styles from './story-layout.module.css'

/** What stands on the page for the moment in which a story opens. */
export function StorySkeleton(): ReactElement {
  return (
    <main className={styles['skeleton']} aria-busy>
      <p>Opening the story…</p>
      <div className={styles['ghostTitle']} aria-hidden />
      <div className={styles['ghostLine']} aria-hidden />
      <div className={styles['ghostLine']} aria-hidden />
    </main>
  )
}
