import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Suspense, useCallback, useMemo, useRef, useState } from 'react'
import type { StoryRecord } from '../../domain/story-record.ts'
import { whyNotStep } from '../../domain/workflow.ts'
import type { ListState } from '../../store/desk-state.ts'
import { PAGE_SIZE } from '../../store/desk-state.ts'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { classes } from '../../ui/classes.ts'
import { useNow } from '../use-now.ts'
import { FIRST_ROW, placeOf } from './active-row.ts'
import { ColumnHead } from './column-head.tsx'
import type { NotedStepName } from './note-dialog.tsx'
import type { Queue } from './queues.ts'
import { storyAddress } from './queues.ts'
import { ROW_STEPS, titled, undoOf } from './row-steps.ts'
import styles from './story-grid.module.css'
import { StoryRow } from './story-row.tsx'
import { useRowFocus } from './use-row-focus.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useSteadyList } from './use-steady-list.ts'
import { useWantedRows } from './use-wanted-rows.ts'
import { WaitingRow, WaitingRows } from './waiting-rows.tsx'
import { lazyPart } from '../lazy-part.tsx'

const RowMenu = lazyPart(() => import('./row-menu.tsx'), 'RowMenu', 'floating')
const NoteDialog = lazyPart(() => import('./note-dialog.tsx'), 'NoteDialog', 'floating')

/** Height of a row whose headline takes one line, in pixels; longer ones are measured. */
const ROW = 64

const COLUMNS = ['Story', 'Status', 'Open', 'Who', 'Words', 'Changed', 'Actions']

type GridProps = {
  readonly queue: Queue
  readonly shown: ListState
  /** Another question is being answered. */
  readonly isStale: boolean
  readonly onNewStory: () => void
}

/** The stories of a queue; while a new question is being answered the rows of the last one stay, paler. */
export function StoryGrid({
  list,
  queue,
  onNewStory,
}: {
  readonly list: ListState
  readonly queue: Queue
  readonly onNewStory: () => void
}) {
  const { shown, isStale } = useSteadyList(list)
  const { search, statuses, whose, order } = shown.query
  if (shown.total === 0) return list.status === 'failed' ? null : <WaitingRows />
  return (
    <Grid
      // Another question begins at the top.
      key={JSON.stringify([search, statuses, whose, order])}
      queue={queue}
      shown={shown}
      isStale={isStale}
      onNewStory={onNewStory}
    />
  )
}

/** Only the rows in sight are in the page; their pages of records are asked for as they come into sight. */
function Grid({ queue, shown: { pages, total, isMore }, isStale, onNewStory }: GridProps) {
  const actions = useActions()
  const me = useDesk((state) => state.me)
  const people = useDesk((state) => state.people)
  const byId = useMemo(() => new Map(people.map((person) => [person.id, person])), [people])
  const now = useNow()
  const gridRef = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<{ record: StoryRecord; button: HTMLElement } | null>(null)
  const [noted, setNoted] = useState<{ record: StoryRecord; step: NotedStepName } | null>(null)
  const [active, setActive] = useState(FIRST_ROW)
  const recordAt = useCallback(
    (index: number): StoryRecord | undefined => pages[Math.floor(index / PAGE_SIZE)]?.[index % PAGE_SIZE],
    [pages],
  )
  const current = placeOf(active, recordAt, total)
  const activate = (index: number): void => {
    setActive({ index, id: recordAt(index)?.id ?? null })
  }
  // oxlint-disable-next-line react/incompatible-library -- nothing that this answers is memoized or handed on
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: total,
    getScrollElement: () => gridRef.current,
    estimateSize: () => ROW,
    getItemKey: useCallback((index: number) => recordAt(index)?.id ?? index, [recordAt]),
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => withRow(current, range),
      [current],
    ),
    overscan: 6,
    scrollPaddingStart: 36,
    directDomUpdates: true,
  })
  useWantedRows(rows.range?.startIndex ?? 0, (rows.range?.endIndex ?? 0) + 1)
  const mayClaim = me !== null && me?.role !== 'reporter' && queue.statuses.includes('submitted')
  const noteActed = useRowFocus(gridRef, current, recordAt, menu !== null || noted !== null)
  const claim = useCallback(
    (record: StoryRecord | undefined): void => {
      if (!me || !record) return
      const refusal = whyNotStep(record, me, 'claim')
      if (refusal) return actions.notify('problem', refusal.message)
      const { action, done } = ROW_STEPS.claim
      noteActed(record)
      actions.act(record.id, action, done(titled(record)), undoOf(record, me, ROW_STEPS.claim))
    },
    [actions, me, noteActed],
  )
  const { onKeyDown } = useRowKeys({
    gridRef,
    rows,
    count: total,
    active: current,
    setActive: activate,
    onNewStory,
    onClaim: () => {
      claim(recordAt(current))
    },
  })
  const openMenu = useCallback((record: StoryRecord, button: HTMLElement) => {
    setMenu({ record, button })
  }, [])
  return (
    <div
      ref={gridRef}
      className={classes(styles['grid'], mayClaim && styles['claims'], isStale && styles['stale'])}
    >
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a grid is what ARIA makes of a table whose rows take the arrow keys
        role="grid"
        aria-label="Stories"
        // How ARIA says that there are more than are known.
        aria-rowcount={isMore ? -1 : total + 1}
        aria-busy={isStale}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const row = event.target.closest('[data-index]')
          if (row !== null) activate(Number(row.getAttribute('data-index')))
        }}
      >
        <thead>
          <tr aria-rowindex={1} className={styles['head']}>
            {COLUMNS.map((name) => (
              <ColumnHead key={name} name={name} />
            ))}
          </tr>
        </thead>
        <tbody ref={rows.containerRef} className={styles['rows']}>
          {rows.getVirtualItems().map(({ index, key }) => {
            const record = recordAt(index)
            return record === undefined ? (
              <WaitingRow key={key} index={index} measure={rows.measureElement} />
            ) : (
              <StoryRow
                key={key}
                record={record}
                queue={queue}
                index={index}
                people={byId}
                now={now}
                isActive={index === current}
                isMenuOpen={menu?.record.id === record.id}
                isClaimable={me ? whyNotStep(record, me, 'claim') === null : false}
                measure={rows.measureElement}
                onMenu={openMenu}
                onClaim={claim}
              />
            )
          })}
        </tbody>
      </table>
      {menu === null ? null : (
        <Suspense fallback={null}>
          <RowMenu
            record={menu.record}
            address={storyAddress(menu.record.id, queue)}
            button={menu.button}
            onNote={(step) => {
              setNoted({ record: menu.record, step })
            }}
            onClose={() => {
              noteActed(menu.record)
              setMenu(null)
            }}
          />
        </Suspense>
      )}
      {noted === null ? null : (
        <Suspense fallback={null}>
          <NoteDialog
            {...noted}
            onClose={() => {
              setNoted(null)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

/** The row that the Tab key reaches stays in the page wherever the list is scrolled to. */
function withRow(current: number, range: Parameters<typeof defaultRangeExtractor>[0]): number[] {
  const indexes = defaultRangeExtractor(range)
  if (current >= range.count || indexes.includes(current)) return indexes
  return [...indexes, current].sort((a, b) => a - b)
}
