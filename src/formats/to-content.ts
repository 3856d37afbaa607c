import { LIST_KINDS } from '../domain/block-kind.ts'
import { BLANK_FIELDS, spansText } from '../domain/story-content.ts'
import type { Author, Block, Photo, Span, StoryContent } from '../domain/story-content.ts'
import type { Piece, Recognition, RecognitionSettings, Target } from './recognition.ts'
import { lineText } from './source-line.ts'
import { cleanSpans, joinSpans, sliceSpans } from './spans.ts'

/**
 * The story that a recognition makes. Several pieces of one target are joined. What a field can't hold (a date that is
 * none, a role without a person) goes to the desk note, so that no word is lost. `newId` gives ids to people and pictures.
 */
export function toContent(
  recognition: Recognition,
  settings: Pick<RecognitionSettings, 'language'>,
  newId: () => string,
): StoryContent {
  const { pieces } = recognition
  const of = (target: Target): readonly Piece[] => pieces.filter((piece) => piece.target === target)
  const text = (target: Target, separator: string): string => of(target).map(pieceText).join(separator)
  const date = of('date').find((piece) => /^\d{4}-/.test(piece.date))?.date ?? ''
  const people = authorsOf(pieces, newId)
  const photos = photosOf(pieces, newId)
  const spare = of('date')
    .filter((piece) => piece.date !== date || date === '')
    .map((piece) => `Date: ${pieceText(piece)}`)
  return {
    headline: oneLine(of('headline')),
    dek: oneLine(of('dek')),
    body: bodyOf(recognition, photos),
    authors: people.authors,
    photos: [...photos.values()],
    fields: {
      ...BLANK_FIELDS,
      organisation: text('organisation', ', '),
      place: text('place', ', '),
      date,
      source: text('source', ', '),
      section: text('section', ', '),
      slug: text('slug', ' '),
      keywords: of('keywords').flatMap((piece) => keywordsOf(pieceText(piece))),
      language: settings.language,
      deskNote: [...of('deskNote').map(pieceText), ...spare, ...people.spare].join('\n'),
      lead: photos.get(0)?.id ?? '',
    },
  }
}

/** What a piece says on one line. */
const pieceText = (piece: Piece): string => spansText(piece.spans).replaceAll('\n', ' ').trim()

const oneLine = (pieces: readonly Piece[]): readonly Span[] =>
  cleanSpans(
    joinSpans(
      pieces.map((piece) => piece.spans),
      ' ',
    ).map((span) => ('lineBreak' in span ? { text: ' ', marks: span.marks } : span)),
  )

const keywordsOf = (text: string): readonly string[] =>
  text
    .split(/\s*[,;|]\s*/)
    .map((word) => word.trim())
    .filter((word) => word !== '')

function authorsOf(
  pieces: readonly Piece[],
  newId: () => string,
): { readonly authors: readonly Author[]; readonly spare: readonly string[] } {
  const authors: Author[] = []
  const spare: string[] = []
  for (const piece of pieces) {
    const last = authors.at(-1)
    if (piece.target === 'author') authors.push({ id: newId(), name: pieceText(piece), role: '' })
    else if (piece.target === 'role' && last === undefined) spare.push(pieceText(piece))
    else if (piece.target === 'role' && last !== undefined) {
      authors[authors.length - 1] = {
        ...last,
        role: [last.role, pieceText(piece)].filter(Boolean).join(', '),
      }
    }
  }
  return { authors, spare }
}

function photosOf(pieces: readonly Piece[], newId: () => string): ReadonlyMap<number, Photo> {
  const groups = new Map<number, Piece[]>()
  for (const piece of pieces) {
    if (piece.target !== 'alt' && piece.target !== 'caption' && piece.target !== 'credit') continue
    const group = groups.get(piece.photo)
    if (group === undefined) groups.set(piece.photo, [piece])
    else group.push(piece)
  }
  const out = new Map<number, Photo>()
  for (const [number, group] of [...groups].sort(([a], [b]) => a - b)) {
    const of = (target: Target): readonly Piece[] => group.filter((piece) => piece.target === target)
    out.set(number, {
      id: newId(),
      hash: '',
      alt: of('alt').map(pieceText).join(' '),
      caption: oneLine(of('caption')),
      credit: of('credit').map(pieceText).join(', '),
      crop: null,
    })
  }
  return out
}

function bodyOf(recognition: Recognition, photos: ReadonlyMap<number, Photo>): readonly Block[] {
  const out: Block[] = []
  const placed = new Set([0])
  let last: Piece | null = null
  for (const piece of recognition.pieces) {
    const photo = photos.get(piece.photo)
    if (photo !== undefined && !placed.has(piece.photo)) {
      placed.add(piece.photo)
      out.push({ kind: 'picture', photo: photo.id })
      last = null
    }
    if (piece.target !== 'body') continue
    const before = out.at(-1)
    if (piece.block.kind === 'rule') {
      out.push({ kind: 'rule' })
      last = null
    } else if (last !== null && last.line === piece.line && before !== undefined && 'spans' in before) {
      const spans = rejoin(recognition, last, piece, before.spans)
      out[out.length - 1] = { ...before, spans }
      last = piece
    } else {
      const { kind, level } = piece.block
      out.push({ kind, level: LIST_KINDS.has(kind) ? level : 0, spans: cleanSpans(piece.spans) })
      last = piece
    }
  }
  return out
}

/** Two body pieces of one line are one block; what stood between neighbours (a bracket, a comma) comes back. */
function rejoin(
  recognition: Recognition,
  before: Piece,
  piece: Piece,
  spans: readonly Span[],
): readonly Span[] {
  const line = recognition.lines[piece.line]
  const between = line === undefined ? '' : lineText(line).slice(before.to, piece.from)
  const isGap = line !== undefined && /^[\s()[\],;:|]*$/.test(between)
  return isGap
    ? [...spans, ...sliceSpans(line.spans, before.to, piece.to)]
    : joinSpans([spans, piece.spans], ' ')
}
