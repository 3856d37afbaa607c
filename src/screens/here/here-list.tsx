import { useMemo, type ReactElement, type ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { Person } from '../../domain/person.ts'
import { personColour } from '../../domain/person.ts'
import { Face } from '../../ui/face.tsx'
import styles from './here.module.css'

type HereRow = {
  readonly person: Person
  /** Instead of the name. */
  readonly called?: string
  /** What they are at. */
  readonly about: ReactNode
  /** Where they are, to go there: a link or a button. */
  readonly way?: ReactNode
}

/** People who are here now, one a row. */
export function HereList({
  label,
  anchor,
  rows,
  onClose,
}: {
  /** Accessible name: "Here now". */
  readonly label: string
  readonly anchor: Element
  readonly rows: readonly HereRow[]
  readonly onClose: () => void
}): ReactElement {
  const anchorRef = useMemo(() => ({ current: anchor }), [anchor])
  return (
    <Popover
      className={styles['popover'] ?? ''}
      triggerRef={anchorRef}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      placement="bottom end"
      offset={6}
    >
      <Dialog aria-label={label} className={styles['dialog'] ?? ''}>
        <ul aria-label={label} className={styles['list']}>
          {rows.map(({ person, called = person.name, about, way }) => (
            <li key={person.id} className={styles['person']}>
              <Face name={person.name} colour={personColour(person.id)} hidden />
              <span className={styles['words']}>
                <span>{called}</span> <span className={styles['about']}>{about}</span>
              </span>
              {way}
            </li>
          ))}
        </ul>
      </Dialog>
    </Popover>
  )
}
