import type { ReactElement } from 'react'
import type { Person } from '../../domain/person.ts'
import { personColour } from '../../domain/person.ts'
import { classes } from '../../ui/classes.ts'
import { Face } from '../../ui/face.tsx'
import styles from './here.module.css'

/** From so many people on the rest is a number. */
const MOST = 3

/** People who are here now: faces with a ring in their colour. Their names have to stand beside it in words. */
export function HereFaces({
  people,
  small = false,
}: {
  readonly people: readonly Person[]
  readonly small?: boolean
}): ReactElement {
  const shown = people.length > MOST ? people.slice(0, MOST - 1) : people
  return (
    <span className={classes(styles['faces'], small && styles['small'])} aria-hidden>
      {shown.map(({ id, name }) => (
        <Face key={id} name={name} colour={personColour(id)} hidden />
      ))}
      {people.length > shown.length ? (
        <span className={styles['rest']}>+{people.length - shown.length}</span>
      ) : null}
    </span>
  )
}
