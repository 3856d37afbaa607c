import { assignHead } from './assign-head.ts'
import { findHead, type Head } from './find-head.ts'
import { piecesOf } from './pieces.ts'
import type { Part, Piece, Recognition, RecognitionSettings, Target } from './recognition.ts'
import { readByline } from './rules/byline.ts'
import { readCaptionCredit } from './rules/credit.ts'
import { isAgency } from './rules/organisations.ts'
import { readDeskNote } from './rules/desk-note.ts'
import { readEndMark, readGluedEndMark } from './rules/end-mark.ts'
import { readLabel } from './rules/label.ts'
import { settleBreaks } from './settle-breaks.ts'
import { settleFields } from './settle-fields.ts'
import { lineText, type SourceLine } from './source-line.ts'

/** This near the end of the copy a line may still be a byline, a slug or keywords. */
const TAIL = 4

/**
 * Says what each piece of wire copy is, by rules: first the head (everything above the body), then line by line. What
 * no rule knows stays in the body in its place. Never loses or doubles a word (see `Recognition`). Linear.
 */
export function recognise(given: readonly SourceLine[], settings: RecognitionSettings): Recognition {
  const lines = settleBreaks(given, settings)
  const head = findHead(lines, settings)
  const targets = assignHead(lines, head, settings)
  const state: State = { lines, head, targets, settings, photo: -1, bodyBegan: false, named: false }
  const pieces = lines.flatMap((line, index) => readLine(line, index, state))
  return { lines, pieces: settleFields(pieces, settings) }
}

type State = {
  readonly lines: readonly SourceLine[]
  readonly head: Head
  readonly targets: ReadonlyMap<number, Target>
  readonly settings: RecognitionSettings
  /** The picture that the last alt text, caption or credit belonged to; -1 before the first. */
  photo: number
  bodyBegan: boolean
  /** Somebody or something has a byline. */
  named: boolean
}

const OF_PHOTO: ReadonlySet<Target> = new Set(['alt', 'caption', 'credit'])

function readLine(line: SourceLine, index: number, state: State): readonly Piece[] {
  const text = lineText(line)
  const whole = (target: Target, reason = ''): readonly Part[] => [
    { from: line.mark, to: text.length, target, reason },
  ]
  if (line.kind === 'picture' || line.says === 'caption' || line.says === 'credit') {
    return readPicture(line, index, text, state)
  }
  const target = state.targets.get(index)
  if (target !== undefined) return piecesOf(line, index, whole(target))
  if (line.says === 'furniture' || line.says === 'page title') {
    const reason = line.says === 'furniture' ? 'Around the article' : 'Title of the page'
    return piecesOf(line, index, whole('left out', reason))
  }
  const parts =
    (index < state.head.end ? state.head.parts[index] : readBodyLine(line, text, index, state)) ??
    whole('body')
  if (parts.some((part) => part.target === 'author' || part.target === 'organisation')) state.named = true
  if (parts.some((part) => OF_PHOTO.has(part.target))) state.photo = Math.max(state.photo, 0)
  else if (index >= state.head.end && parts.some((part) => part.target === 'body')) state.bodyBegan = true
  return piecesOf(line, index, parts)
}

/** The rules for lines of the body and below it. */
function readBodyLine(line: SourceLine, text: string, index: number, state: State): readonly Part[] | null {
  if (line.kind === 'rule') return null
  const dateline = state.head.dateline?.line === index ? state.head.dateline.parts : null
  const last = dateline?.at(-1)
  if (dateline !== null && last !== undefined) return [...dateline.slice(0, -1), ...inBody(text, last)]
  const isLast = index >= state.lines.length - TAIL
  const mark = readEndMark(text)
  if (mark !== null) return mark
  if (line.mark > 0) return null
  const note = readDeskNote(text)
  if (note !== null) return note
  if (isLast) {
    const glued = readGluedEndMark(text)
    if (glued !== null) return glued
    const label = readLabel(text, state.settings, true)
    if (label !== null) return label
    const byline = state.named || line.zone === 'body' ? null : readByline(text, state.settings)
    if (byline !== null) return byline
    if (/^\(.{2,40}\)$/.test(text) && isAgency(text.slice(1, -1)))
      return [{ from: 0, to: text.length, target: 'source' }]
  }
  if (state.photo < 0 && line.zone !== 'body' && line.kind === 'paragraph') {
    const caption = readCaptionCredit(text)
    if (caption?.strong === true) return caption.parts
  }
  return null
}

/** A dateline's paragraph may itself end in a desk note or an end mark. */
function inBody(text: string, part: Part): readonly Part[] {
  const rest = text.slice(part.from)
  const parts = readDeskNote(rest) ?? readGluedEndMark(rest)
  if (parts === null || parts.length < 2) return [part]
  return parts.map(({ from, to, target, reason = '' }) => ({
    from: from + part.from,
    to: to + part.from,
    target,
    reason,
  }))
}

/** A picture's alt text, caption or credit; those before the body are the lead's, later ones pictures of the body. */
function readPicture(line: SourceLine, index: number, text: string, state: State): readonly Piece[] {
  const before = state.lines[index - 1]
  const continues = line.kind !== 'picture' && (before?.kind === 'picture' || before?.says === 'caption')
  if (!continues) {
    const isLead = state.photo < 0 && !state.bodyBegan && line.zone !== 'body'
    state.photo = isLead ? 0 : Math.max(state.photo, 0) + 1
  }
  if (line.kind === 'picture')
    return piecesOf(line, index, [{ from: 0, to: text.length, target: 'alt' }], state.photo)
  const isCredit = line.says === 'credit'
  const next = state.lines[index + 1]
  const split = isCredit || next?.says === 'credit' ? null : readCaptionCredit(text)
  const whole: Part = { from: 0, to: text.length, target: isCredit ? 'credit' : 'caption' }
  return piecesOf(line, index, split?.parts ?? [whole], state.photo)
}
