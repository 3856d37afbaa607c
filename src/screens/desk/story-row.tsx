import { Ellipsis } from 'lucide-react'
import { memo } from 'react'
import { Link } from 'wouter'
import type { Person } from '../../domain/person.ts'
import { personColour } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { classes } from '../../ui/classes.ts'
import { Faces } from '../../ui/face.tsx'
import { StatusChip } from '../status-chip.tsx'
import { ZONE } from '../use-now.ts'
import { ago, inFull, until } from './ago.ts'
import styles from './story-row.module.css'

export type StoryRowProps = {
  readonly record: StoryRecord
  /** Counted from 0. */
  readonly index: number
  readonly people: ReadonlyMap<string, Person>
  readonly now: number
  /** The row that the Tab key reaches. */
  readonly isActive: boolean
  readonly isMenuOpen: boolean
  readonly measure: (row: Element | null) => void
  readonly onMenu: (record: StoryRecord, button: HTMLElement) => void
}

/** One story on the desk. The link covers the row; its menu stands above it. */
export const StoryRow = memo(function StoryRow(props: StoryRowProps) {
  const { record, index, people, now, isActive, isMenuOpen, measure, onMenu } = props
  const { summary, status } = record
  const title = summary.headline === '' ? 'Untitled' : summary.headline
  const tabIndex = isActive ? 0 : -1
  const changed = (
    <time dateTime={record.changedAt} title={inFull(record.changedAt, ZONE)}>
      {ago(record.changedAt, now, ZONE)}
    </time>
  )
  return (
    <tr aria-rowindex={index + 2} data-index={index} ref={measure} className={styles['row']}>
      <td className={styles['story']}>
        <Link
          href={`/stories/${record.id}`}
          tabIndex={tabIndex}
          className={classes(styles['link'], summary.headline === '' && styles['untitled'])}
        >
          {title}
        </Link>
        <Details record={record} now={now} />
        <div className={styles['narrow']}>
          <StatusChip status={status} />
          {changed}
        </div>
      </td>
      <td className={styles['status']}>
        <StatusChip status={status} />
      </td>
      <td className={styles['who']}>
        <Faces people={facesOf(record, people)} />
      </td>
      <td className={styles['words']}>{summary.words.toLocaleString('en-GB')}</td>
      <td className={styles['changed']}>{changed}</td>
      <td>
        <button
          type="button"
          className={styles['more']}
          tabIndex={tabIndex}
          aria-label={`Actions for ${title}`}
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          onClick={(event) => {
            onMenu(record, event.currentTarget)
          }}
        >
          <Ellipsis aria-hidden />
        </button>
      </td>
    </tr>
  )
})

/** The small line under the headline: where the story belongs and what to mind. */
function Details({ record, now }: { readonly record: StoryRecord; readonly now: number }) {
  const { summary, embargo } = record
  const isHeld = embargo !== null && Date.parse(embargo.at) > now
  return (
    <div className={styles['sub']}>
      {summary.section === '' ? null : <span>{summary.section}</span>}
      {summary.slug === '' ? null : <span>{summary.slug}</span>}
      {summary.tks === 0 ? null : <span>{summary.tks} TK</span>}
      {isHeld ? (
        <span className={styles['embargo']} title={inFull(embargo.at, embargo.zone)}>
          embargoed until {until(embargo.at, now, ZONE)}
        </span>
      ) : null}
    </div>
  )
}

/** Those who wrote it, then whoever reviews it; somebody unknown here is shown as such. */
function facesOf(record: StoryRecord, people: ReadonlyMap<string, Person>) {
  const ids = new Set([...record.reporters, ...(record.claimant === null ? [] : [record.claimant])])
  return [...ids].map((id) => ({
    id,
    name: people.get(id)?.name ?? 'Somebody not on this desk',
    colour: personColour(id),
  }))
}
