import { useCallback, useEffect, useRef, useState } from 'react'
import { spansText } from '../../domain/story-content.ts'
import type { ImportAnswer, ImportInput } from '../../formats/import-copy.ts'
import { retarget } from '../../formats/import-copy.ts'
import type { Piece, Recognition } from '../../formats/recognition.ts'
import type { Recogniser } from './recognise.ts'
import { createRecogniser } from './recognise.ts'
import type { TargetChoice } from './target-options.ts'
import { choiceOf, targetOf } from './target-options.ts'

/** How long typing must rest before copy is read, in milliseconds. */
const REST = 150

export type Import = {
  /** What was made of the copy; null while there is none. */
  readonly answer: ImportAnswer | null
  readonly isReading: boolean
  /** Takes a file or pasted HTML, at once. */
  readonly give: (input: ImportInput) => void
  /** Takes what stands in the textbox, when typing rests. */
  readonly edit: (text: string) => void
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
  const input = useRef<ImportInput | null>(null)
  const latest = useRef<Promise<ImportAnswer | null>>(Promise.resolve(null))
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
    timer.current = undefined
    const asked = input.current
    if (asked === null) {
      latest.current = Promise.resolve(null)
      return show(null)
    }
    setReading(true)
    latest.current = recogniser.recognise(asked).then((got) => {
      // The copy was changed meanwhile: that answer is on its way.
      if (input.current !== asked) return latest.current
      show(withMoves(got, moves.current))
      return current.current
    })
  }, [recogniser, show])

  return {
    answer,
    isReading,
    give: useCallback(
      (given) => {
        moves.current = []
        input.current = given
        read()
      },
      [read],
    ),
    edit: useCallback(
      (text) => {
        input.current = text.trim() === '' ? null : { text, name: '' }
        if (input.current === null) return read()
        setReading(true)
        clearTimeout(timer.current)
        timer.current = setTimeout(read, REST)
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
    settled: useCallback(() => {
      if (timer.current !== undefined) read()
      return latest.current.then(() => current.current)
    }, [read]),
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
