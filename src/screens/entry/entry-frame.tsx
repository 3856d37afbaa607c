import type { ReactElement, ReactNode } from 'react'
import { useDesk } from '../../store/use-desk.ts'
import { Banner } from '../../ui/banner.tsx'
import { usePageTitle } from '../../ui/page-title.ts'
import styles from './entry.module.css'

/** What stands around every page before the desk: one sheet with its heading, and how it stands with the server. */
export function EntryFrame({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly children?: ReactNode
}): ReactElement {
  usePageTitle(title)
  const isCutOff = useDesk((state) => state.link?.isUp === false)
  return (
    <main className={styles['page']}>
      <div className={styles['sheet']}>
        <p className={styles['mark']} aria-hidden>
          stet
        </p>
        <h1 className={styles['title']}>{title}</h1>
        {isCutOff ? (
          <Banner tone="warn" framed>
            The newsroom’s server can’t be reached, so this has to wait. Check the network of this computer.
          </Banner>
        ) : null}
        {lead === undefined ? null : <div className={styles['lead']}>{lead}</div>}
        {children}
      </div>
    </main>
  )
}
