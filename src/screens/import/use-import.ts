import { useCallback, useEffect, useRef, useState } from 'react'
import { spansText } from '../../domain/story-content.ts'
import type { ImportAnswer, ImportInput } from '../../formats/import-answer.ts'
import type { Piece, Recognition } from '../../formats/recognition.ts'
import { retarget } from '../../formats/retarget.ts'
import type { Recogniser } from './recognise.ts'
import { createRecogniser } from './recognise.ts'
import type { TargetChoice } from './target-options.ts'
import { choiceOf, targetOf } from './target-options.ts'

/** How long typing must rest before copy is read, in milliseconds; longer for long copy, which takes longer to read. */
export const restFor = (length: number): number => 150 + length / 2000

export type Import = {
  /** What was made of the copy; null while there is none. */
  readonly answer: ImportAnswer | null
  readonly isReading: boolean
  /** Takes a file or pasted HTML, at once. */
  readonly give: (input: ImportInput) => void
  /**
   * Takes what stands in the textbox, after `rest` milliseconds without another edit; at once when that is 0. The text
   * is asked for only then, as it may be a megabyte.
   */
  readonly edit: (textNow: () => string, rest: number) => void
  /** Sends a piece to another field. */
  readonly move: (piece: Piece, choice: TargetChoice) => void
  /** The answer to all that was given so far. */
  readonly settled: () => Promise<ImportAnswer | null>
}

type Move = { readonly words: string; readonly choice: TargetChoice }

/**
 * Copy on its way into a story: read beside the page as it is given. Answers to older input are dropped; what
 * somebody moved by hand stays moved when the rest of the text is edited.
 */
export function useImport(makeRecogniser: () => Recogniser = createRecogniser): Import {
  const [recogniser] = useState(makeRecogniser)
  const [answer, setAnswer] = useState<ImportAnswer | null>(null)
  const [isReading, setReading] = useState(false)
  const moves = useRef<readonly Move[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  /** Reads what was typed last, which rests still. */
  const pending = useRef<(() => void) | null>(null)
  const input = useRef<ImportInput | null>(null)
  const latest = useRef<Promise<void>>(Promise.resolve())
  const current = useRef<ImportAnswer | null>(null)

  useEffect(
    () => () => {
      clearTimeout(timer.current)
      recogniser.stop()
    },
    [recogniser],
  )

  const show = useCallback((next: ImportAnswer | null) => {
    current.current = next
    setAnswer(next)
    setReading(false)
  }, [])

  const read = useCallback(() => {
    clearTimeout(timer.current)
    pending.current = null
    const asked = input.current
    if (asked === null) {
      latest.current = Promise.resolve()
      return show(null)
    }
    setReading(true)
    latest.current = recogniser.recognise(asked).then((got) => {
      // When the copy was changed meanwhile, another answer is on its way.
      if (input.current === asked) show(withMoves(got, moves.current))
    })
  }, [recogniser, show])

  return {
    answer,
    isReading,
    give: useCallback(
      (given) => {
        moves.current = []
        pending.current = null
        input.current = given
        read()
      },
      [read],
    ),
    edit: useCallback(
      (textNow, rest) => {
        pending.current = () => {
          const text = textNow()
          input.current = text.trim() === '' ? null : { text, name: '' }
          read()
        }
        if (rest === 0) return pending.current()
        setReading(true)
        clearTimeout(timer.current)
        timer.current = setTimeout(pending.current, rest)
      },
      [read],
    ),
    move: useCallback(
      (piece, choice) => {
        const now = current.current
        if (now === null || !now.ok || now.kind !== 'copy') return
        moves.current = [...moves.current, { words: spansText(piece.spans), choice }]
        show({ ...now, recognition: moved(now.recognition, piece, choice) })
      },
      [show],
    ),
    settled: useCallback(async () => {
      pending.current?.()
      let awaited: Promise<void> | null = null
      while (awaited !== latest.current) {
        awaited = latest.current
        await awaited
      }
      return current.current
    }, []),
  }
}

function moved(recognition: Recognition, piece: Piece, choice: TargetChoice): Recognition {
  const { target, kind } = targetOf(choice)
  return retarget(recognition, piece.id, target, kind ?? undefined)
}

/** The answer with earlier moves made again, each for the first piece with the same words. */
function withMoves(answer: ImportAnswer, moves: readonly Move[]): ImportAnswer {
  if (!answer.ok || answer.kind !== 'copy') return answer
  let { recognition } = answer
  for (const { words, choice } of moves) {
    const piece = recognition.pieces.find((piece) => spansText(piece.spans) === words)
    if (piece !== undefined && choiceOf(piece) !== choice) recognition = moved(recognition, piece, choice)
  }
  return { ...answer, recognition }
}
