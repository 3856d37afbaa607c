import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useRef, useState } from 'react'
import { spansText } from '../../domain/story-content.ts'
import type { Piece } from '../../formats/recognition.ts'
import styles from './piece-list.module.css'
import { cut, PieceRow } from './piece-row.tsx'
import type { TargetChoice } from './target-options.ts'

/** Height of a row with one line of words, in pixels; others are measured. */
const ROW = 43
const LISTED = 200

/** Every piece of the copy in the order of the source, each with its target; only those in sight are in the page. */
export const PieceList = memo(function PieceList({
  pieces,
  onMove,
}: {
  readonly pieces: readonly Piece[]
  readonly onMove: (piece: Piece, choice: TargetChoice) => void
}) {
  const listRef = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState(-1)
  // oxlint-disable-next-line react/incompatible-library -- nothing that this answers is memoized or handed on
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: pieces.length,
    getScrollElement: () => listRef.current,
    estimateSize: () => ROW,
    getItemKey: useCallback((index: number) => pieces[index]?.id ?? index, [pieces]),
    // The piece that has the focus stays in the page wherever the list is scrolled to.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const indexes = defaultRangeExtractor(range)
        if (held < 0 || held >= range.count || indexes.includes(held)) return indexes
        return [...indexes, held].sort((a, b) => a - b)
      },
      [held],
    ),
    overscan: 4,
    directDomUpdates: true,
  })
  return (
    <div ref={listRef} className={styles['list']}>
      <ol ref={rows.containerRef} className={styles['rows']} aria-label="What goes where">
        {rows.getVirtualItems().map(({ index, key }) => {
          const piece = pieces[index]
          return piece === undefined ? null : (
            <PieceRow
              key={key}
              piece={piece}
              index={index}
              count={pieces.length}
              measure={rows.measureElement}
              onMove={onMove}
              onHold={setHeld}
            />
          )
        })}
      </ol>
    </div>
  )
})

/** What does not go into the story, and why. */
export const LeftOutList = memo(function LeftOutList({ pieces }: { readonly pieces: readonly Piece[] }) {
  const left = pieces.filter((piece) => piece.target === 'left out')
  if (left.length === 0) return null
  return (
    <details className={styles['out']} open>
      <summary>Left out: {left.length}</summary>
      <ul>
        {left.slice(0, LISTED).map((piece) => (
          <li key={piece.id}>
            <q>{cut(spansText(piece.spans), 120)}</q>
            {piece.reason === '' ? '' : ` – ${piece.reason}`}
          </li>
        ))}
        {left.length > LISTED ? <li>… and {left.length - LISTED} more, marked above</li> : null}
      </ul>
    </details>
  )
})
