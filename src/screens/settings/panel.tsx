import type { ReactNode } from 'react'
import { useId } from 'react'
import styles from './settings-page.module.css'

/** One subject of the settings, with its name at the side. */
export function Panel({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <h2 id={id} className={styles['name']}>
        {name}
      </h2>
      <div className={styles['content']}>{children}</div>
    </section>
  )
}
