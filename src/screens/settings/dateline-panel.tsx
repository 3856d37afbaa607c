import type { DatelineStyle } from '../../domain/newsroom-settings.ts'
import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import { Panel } from './panel.tsx'
import styles from './settings-page.module.css'

/** One dateline in each style, to be recognised at a glance. */
const EXAMPLES: Readonly<Record<DatelineStyle, string>> = {
  AP: 'PARIS (AP) — The ministers met on Wednesday.',
  Reuters: 'PARIS, Sept 3 (Reuters) - The ministers met on Wednesday.',
  AFP: 'Paris, Sept 3, 2025 (AFP) - The ministers met on Wednesday.',
  PA: 'Paris (PA) — The ministers met on Wednesday.',
}

/** What the newsroom's settings file says; not changed here. */
export function DatelinePanel() {
  const style = NEWSROOM_SETTINGS.datelineStyle
  return (
    <Panel name="Datelines">
      <p>Datelines on this desk are set in {style} style:</p>
      <p className={styles['example']}>{EXAMPLES[style]}</p>
      <p className={styles['about']}>
        The same for everybody; whoever runs the desk sets it in newsroom-settings.ts.
      </p>
    </Panel>
  )
}
