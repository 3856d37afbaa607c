import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { countWords } from '../../domain/count-words.ts'
import { spansText } from '../../domain/story-content.ts'
import type { ImportAnswer } from '../../formats/import-answer.ts'
import type { Piece } from '../../formats/recognition.ts'
import { Banner } from '../../ui/banner.tsx'
import styles from './import-dialog.module.css'
import { LeftOutList, PieceList } from './piece-list.tsx'
import type { TargetChoice } from './target-options.ts'

/** What goes where, before anything is made of it. */
export function ImportPreview({
  answer,
  isReading,
  onMove,
}: {
  readonly answer: ImportAnswer | null
  readonly isReading: boolean
  readonly onMove: (piece: Piece, choice: TargetChoice) => void
}) {
  const pieces = answer?.ok === true && answer.kind === 'copy' ? answer.recognition.pieces : null
  const sum = useMemo(() => (pieces === null ? '' : bodySum(pieces)), [pieces])
  return (
    <section className={styles['preview']} aria-label="Preview" aria-busy={isReading}>
      <div className={styles['head']}>
        <h3 className={styles['heading']}>What goes where</h3>
        <span className={styles['sum']}>{sum}</span>
      </div>
      {answer?.ok === true
        ? answer.notes.map((note) => (
            <Banner key={note} tone="warn" framed>
              {note}
            </Banner>
          ))
        : null}
      {body(answer, isReading, onMove)}
      {pieces === null ? null : <LeftOutList pieces={pieces} />}
    </section>
  )
}

function body(
  answer: ImportAnswer | null,
  isReading: boolean,
  onMove: (piece: Piece, choice: TargetChoice) => void,
): ReactNode {
  if (answer === null) {
    return (
      <div className={styles['nothing']}>
        <p>
          {isReading
            ? 'Reading…'
            : 'As soon as there is copy, each piece of it appears here with the field it goes to. You can send any piece elsewhere.'}
        </p>
      </div>
    )
  }
  if (!answer.ok) {
    return (
      <Banner tone="error" framed>
        {answer.message}
      </Banner>
    )
  }
  if (answer.kind === 'copy') return <PieceList pieces={answer.recognition.pieces} onMove={onMove} />
  const headline = spansText(answer.content.headline)
  return (
    <div className={styles['story']}>
      <b>{headline === '' ? 'Untitled' : headline}</b>
      <p>A story saved from Stet, complete with all its fields.</p>
      <p>It becomes a new story; a story that is on this desk already stays as it is.</p>
    </div>
  )
}

/** "12 paragraphs, 357 words in the body". */
function bodySum(pieces: readonly Piece[]): string {
  const blocks = pieces.filter((piece) => piece.target === 'body' && piece.block.kind !== 'rule')
  const words = blocks.reduce((sum, piece) => sum + countWords(spansText(piece.spans)), 0)
  const say = (count: number, one: string, many: string): string =>
    `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
  return `${say(blocks.length, 'block', 'blocks')}, ${say(words, 'word', 'words')} in the body`
}
