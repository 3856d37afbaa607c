import type { ReactElement } from 'react'
import type { DigestCount } from '../../domain/compare/digest.ts'
import styles from './digest-page.module.css'
import { AREA_NAMES } from './digest-words.ts'

/** How much changed, part by part and in all. */
export function DigestTotals({ counts }: { readonly counts: readonly DigestCount[] }): ReactElement {
  const sum = (key: 'changes' | 'deleted' | 'inserted'): number =>
    counts.reduce((total, count) => total + count[key], 0)
  return (
    <table className={styles['totals']} aria-label="Totals">
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Changes</th>
          <th scope="col">Words out</th>
          <th scope="col">Words in</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ area, changes, deleted, inserted }) => (
          <tr key={area}>
            <th scope="row">{AREA_NAMES[area]}</th>
            <td>{changes}</td>
            <td>{deleted}</td>
            <td>{inserted}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">In all</th>
          <td>{sum('changes')}</td>
          <td>{sum('deleted')}</td>
          <td>{sum('inserted')}</td>
        </tr>
      </tfoot>
    </table>
  )
}
