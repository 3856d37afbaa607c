import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './story-row.module.css'

const PLACES: Readonly<Record<string, string | undefined>> = {
  Status: styles['status'],
  Open: styles['open'],
  Who: styles['who'],
  Words: styles['words'],
  Changed: styles['changed'],
}

/** The head of one column; that of the menus is for screen readers only. */
export function ColumnHead({ name }: { readonly name: string }) {
  return (
    <th scope="col" className={PLACES[name]}>
      {name === 'Actions' ? <VisuallyHidden>{name}</VisuallyHidden> : name}
    </th>
  )
}
