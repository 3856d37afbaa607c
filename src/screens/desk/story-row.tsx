import { Ellipsis } from 'lucide-react'
import { memo } from 'react'
import { Link } from 'wouter'
import type { Person } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { classes } from '../../ui/classes.ts'
import { HereInStory } from '../here/here-in-story.tsx'
import { StatusChip } from '../status-chip.tsx'
import { ZONE } from '../use-now.ts'
import { ago, inFull, until } from './ago.ts'
import { OpenCounts } from './open-counts.tsx'
import type { Queue } from './queues.ts'
import { storyAddress } from './queues.ts'
import styles from './story-row.module.css'
import { Who } from './who.tsx'

export type StoryRowProps = {
  readonly record: StoryRecord
  /** The queue that the row stands in. */
  readonly queue: Queue
  /** Counted from 0. */
  readonly index: number
  readonly people: ReadonlyMap<string, Person>
  readonly now: number
  /** The row that the Tab key reaches. */
  readonly isActive: boolean
  readonly isMenuOpen: boolean
  /** Whoever is at work may claim it now. */
  readonly isClaimable: boolean
  readonly measure: (row: Element | null) => void
  readonly onMenu: (record: StoryRecord, button: HTMLElement) => void
  readonly onClaim: (record: StoryRecord) => void
}

/** One story on the desk. The link covers the row; its buttons stand above it. */
export const StoryRow = memo(function StoryRow(props: StoryRowProps) {
  const { record, queue, index, people, now, isActive, measure } = props
  const { summary, status } = record
  const title = summary.headline === '' ? 'Untitled' : summary.headline
  const changed = (
    <time dateTime={record.changedAt} title={inFull(record.changedAt, ZONE)}>
      {ago(record.changedAt, now, ZONE)}
    </time>
  )
  const words = summary.words.toLocaleString('en-GB')
  return (
    <tr aria-rowindex={index + 2} data-index={index} ref={measure} className={styles['row']}>
      <td className={styles['story']}>
        <Link
          href={storyAddress(record.id, queue)}
          tabIndex={isActive ? 0 : -1}
          className={classes(styles['link'], summary.headline === '' && styles['untitled'])}
        >
          {title}
        </Link>
        <Details record={record} now={now} />
        <div className={styles['narrow']}>
          <StatusChip status={status} />
          <Who record={record} people={people} />
          <OpenCounts {...summary} />
          <span>{words} words</span>
          {changed}
        </div>
      </td>
      <td className={styles['status']}>
        <StatusChip status={status} />
      </td>
      <td className={styles['open']}>
        <OpenCounts {...summary} />
      </td>
      <td className={styles['who']}>
        <Who record={record} people={people} />
      </td>
      <td className={styles['words']}>{words}</td>
      <td className={styles['changed']}>{changed}</td>
      <td className={styles['actions']}>
        <RowButtons {...props} title={title} />
      </td>
    </tr>
  )
})

function RowButtons({
  record,
  title,
  isActive,
  isMenuOpen,
  isClaimable,
  onMenu,
  onClaim,
}: StoryRowProps & { readonly title: string }) {
  const tabIndex = isActive ? 0 : -1
  return (
    <>
      {isClaimable ? (
        <button
          type="button"
          className={styles['claim']}
          tabIndex={tabIndex}
          aria-label={`Claim ${title}`}
          aria-keyshortcuts="C"
          onClick={() => {
            onClaim(record)
          }}
        >
          Claim
        </button>
      ) : null}
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
    </>
  )
}

/** The small line under the headline: where the story belongs and what to mind. */
function Details({ record, now }: { readonly record: StoryRecord; readonly now: number }) {
  const { summary, embargo } = record
  const isHeld = embargo !== null && Date.parse(embargo.at) > now
  return (
    <div className={styles['sub']}>
      <HereInStory id={record.id} />
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
