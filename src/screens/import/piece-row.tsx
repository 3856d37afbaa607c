import { memo } from 'react'
import { spansText } from '../../domain/story-content.ts'
import type { Piece } from '../../formats/recognition.ts'
import { classes } from '../../ui/classes.ts'
import { Select } from '../../ui/select.tsx'
import styles from './piece-list.module.css'
import type { TargetChoice } from './target-options.ts'
import { choiceOf, optionsFor } from './target-options.ts'

/** More of a piece than this is never in sight. */
const SHOWN = 500
const NAMED = 40

/** One piece of the copy and the field that it goes to. */
export const PieceRow = memo(function PieceRow({
  piece,
  index,
  count,
  measure,
  onMove,
  onHold,
}: {
  readonly piece: Piece
  readonly index: number
  readonly count: number
  readonly measure: (row: Element | null) => void
  readonly onMove: (piece: Piece, choice: TargetChoice) => void
  /** Its select has the focus now. */
  readonly onHold: (index: number) => void
}) {
  const text = spansText(piece.spans)
  return (
    <li
      ref={measure}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={count}
      className={styles['row']}
    >
      <Select
        label={`Where “${cut(text, NAMED)}” goes`}
        labelHidden
        size="small"
        value={choiceOf(piece)}
        options={optionsFor(piece)}
        onChange={(choice) => {
          onMove(piece, choice)
        }}
        onFocus={() => {
          onHold(index)
        }}
      />
      <div className={classes(styles['words'], faceOf(piece))}>
        {text === '' ? nameless(piece) : cut(text, SHOWN)}
        {remark(piece) === '' ? null : <span className={styles['reason']}>{remark(piece)}</span>}
      </div>
    </li>
  )
})

/** What to know of a piece beside its words: why it is left out, which date it was read as. */
function remark({ target, reason, date }: Piece): string {
  if (target === 'left out') return reason
  if (target !== 'date') return ''
  return date === ''
    ? 'Not a date that Stet can read: it goes to the desk note'
    : `Read as ${dayInWords(date)}`
}

/** A plain date in words: "3 September 2025". */
const dayInWords = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00Z`),
  )

const nameless = (piece: Piece): string =>
  piece.block.kind === 'rule' ? 'A rule' : 'A picture without words'

export const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).trimEnd()}…`

/** How the words are set: near to how they will look where they go. */
function faceOf({ target, block }: Piece): string | undefined {
  if (target === 'headline') return styles['headline']
  if (target === 'dek') return styles['dek']
  if (target === 'left out') return styles['left']
  if (target !== 'body') return undefined
  if (block.kind === 'heading2' || block.kind === 'heading3') return styles['heading']
  return block.kind === 'quote' || block.kind === 'pullquote' ? styles['quote'] : styles['body']
}
