import { classes } from './classes.ts'
import styles from './face.module.css'
import { initials } from './initials.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

export type FaceColour = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** Somebody, as initials in that person's colour. */
export function Face({
  name,
  colour,
  size = 'normal',
  hidden = false,
}: {
  readonly name: string
  readonly colour: FaceColour
  readonly size?: 'normal' | 'large'
  /** The name stands beside it already: nothing for a screen reader. */
  readonly hidden?: boolean
}) {
  const className = classes(styles['face'], size === 'large' && styles['large'])
  if (hidden) {
    return (
      <span className={className} data-person={colour} aria-hidden>
        <Letters name={name} />
      </span>
    )
  }
  return (
    <span className={className} data-person={colour} title={name}>
      <Letters name={name} />
      <VisuallyHidden>{name}</VisuallyHidden>
    </span>
  )
}

/** Drawn by the style sheet: letters that stand for a name are no text of the page (WCAG 2.5.3). */
const Letters = ({ name }: { readonly name: string }) => (
  <span className={styles['letters']} data-letters={initials(name)} />
)

/** Several people; from `max` on the rest is a number. */
export function Faces({
  people,
  max = 3,
}: {
  readonly people: readonly { readonly id: string; readonly name: string; readonly colour: FaceColour }[]
  readonly max?: number
}) {
  const shown = people.length > max ? people.slice(0, max - 1) : people
  const rest = people.slice(shown.length)
  return (
    <span className={styles['row']}>
      {shown.map((person) => (
        <Face key={person.id} name={person.name} colour={person.colour} />
      ))}
      {rest.length === 0 ? null : (
        <span className={styles['more']} title={listed(rest)}>
          <span aria-hidden>+{rest.length}</span>
          <VisuallyHidden>{listed(rest)}</VisuallyHidden>
        </span>
      )}
    </span>
  )
}

const listed = (people: readonly { readonly name: string }[]): string =>
  people.map((person) => person.name).join(', ')
