import type { Person } from '../../domain/person.ts'
import { personColour } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { Face } from '../../ui/face.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './who.module.css'

/** How many of those who wrote a story are shown by face; all are named. */
const FACES = 2

/** Those who wrote a story, and below them whoever reviews it. */
export function Who({
  record: { reporters, claimant },
  people,
}: {
  readonly record: StoryRecord
  readonly people: ReadonlyMap<string, Person>
}) {
  const names = reporters.map((id) => nameOf(id, people)).join(', ')
  return (
    <div className={styles['who']}>
      <span className={styles['line']} title={names}>
        <span className={styles['faces']}>
          {reporters.slice(0, FACES).map((id) => (
            <Face key={id} name={nameOf(id, people)} colour={personColour(id)} hidden />
          ))}
        </span>
        <span className={styles['names']}>{names}</span>
      </span>{' '}
      {claimant === null ? null : (
        <span className={styles['line']} title={`${nameOf(claimant, people)} reviews it`}>
          <Face name={nameOf(claimant, people)} colour={personColour(claimant)} hidden />
          <span className={styles['names']}>
            <VisuallyHidden>Reviewed by </VisuallyHidden>
            {nameOf(claimant, people)}
          </span>
        </span>
      )}
    </div>
  )
}

/** Somebody unknown here is shown as such. */
const nameOf = (id: string, people: ReadonlyMap<string, Person>): string =>
  people.get(id)?.name ?? 'Somebody not on this desk'
