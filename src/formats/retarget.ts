import type { PieceBlock, Recognition, Target } from './recognition.ts'
import { lineText } from './source-line.ts'
import { wholeDate } from './rules/dates.ts'

/**
 * The recognition with one piece sent elsewhere; `kind` says how it stands if that is the body. A picture's words go to
 * the lead picture. Unchanged where there is no piece of that id.
 */
export function retarget(
  recognition: Recognition,
  pieceId: string,
  target: Target,
  kind?: PieceBlock['kind'],
): Recognition {
  const pieces = recognition.pieces.map((piece) => {
    if (piece.id !== pieceId) return piece
    const line = recognition.lines[piece.line]
    const text = line === undefined ? '' : lineText(line).slice(piece.from, piece.to)
    return {
      ...piece,
      target,
      block: kind === undefined ? piece.block : { ...piece.block, kind },
      date: target === 'date' && piece.date === '' ? (wholeDate(text, 'en-GB') ?? '') : piece.date,
      photo: 0,
      reason: target === 'left out' ? 'Left out by you' : '',
    }
  })
  return { ...recognition, pieces }
}
