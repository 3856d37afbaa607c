import type { Piece, PieceBlock, Target } from '../../formats/recognition.ts'
import type { SelectOption } from '../../ui/select.tsx'

/** A target as the preview's select names it: the body once per kind of block. */
export type TargetChoice = Exclude<Target, 'body'> | `body ${PieceBlock['kind']}`

const BODY: readonly SelectOption<TargetChoice>[] = [
  { value: 'body paragraph', label: 'Paragraph', group: 'Body' },
  { value: 'body heading2', label: 'Heading 2', group: 'Body' },
  { value: 'body heading3', label: 'Heading 3', group: 'Body' },
  { value: 'body quote', label: 'Quote', group: 'Body' },
  { value: 'body pullquote', label: 'Pull quote', group: 'Body' },
  { value: 'body bullet', label: 'Bullet item', group: 'Body' },
  { value: 'body number', label: 'Numbered item', group: 'Body' },
]

const RULE: SelectOption<TargetChoice> = { value: 'body rule', label: 'Rule', group: 'Body' }

const OPTIONS: readonly SelectOption<TargetChoice>[] = [
  { value: 'section', label: 'Section', group: 'Head' },
  { value: 'headline', label: 'Headline', group: 'Head' },
  { value: 'dek', label: 'Dek', group: 'Head' },
  { value: 'author', label: 'Author', group: 'Byline' },
  { value: 'role', label: 'Author’s role', group: 'Byline' },
  { value: 'organisation', label: 'Organisation', group: 'Byline' },
  { value: 'place', label: 'Place', group: 'Dateline' },
  { value: 'date', label: 'Date', group: 'Dateline' },
  { value: 'source', label: 'Source', group: 'Dateline' },
  { value: 'alt', label: 'Alt text', group: 'Photo' },
  { value: 'caption', label: 'Caption', group: 'Photo' },
  { value: 'credit', label: 'Credit', group: 'Photo' },
  ...BODY,
  { value: 'slug', label: 'Slug', group: 'Desk' },
  { value: 'keywords', label: 'Keywords', group: 'Desk' },
  { value: 'deskNote', label: 'Desk note', group: 'Desk' },
  { value: 'left out', label: 'Left out', group: 'Desk' },
]

const WITH_RULE: readonly SelectOption<TargetChoice>[] = [...OPTIONS, RULE]

/** Where a piece may go. */
export const optionsFor = (piece: Piece): readonly SelectOption<TargetChoice>[] =>
  piece.block.kind === 'rule' ? WITH_RULE : OPTIONS

export const choiceOf = (piece: Piece): TargetChoice =>
  piece.target === 'body' ? `body ${piece.block.kind}` : piece.target

/** The target that a choice stands for, and the kind of block where that is the body. */
export function targetOf(choice: TargetChoice): {
  readonly target: Target
  readonly kind: PieceBlock['kind'] | null
} {
  if (!choice.startsWith('body ')) return { target: choice as Exclude<Target, 'body'>, kind: null }
  return { target: 'body', kind: choice.slice('body '.length) as PieceBlock['kind'] }
}
