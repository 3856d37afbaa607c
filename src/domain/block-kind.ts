/** What a text block of the body can be. The order is the one in which menus offer them. */
export const BLOCK_KINDS = [
  'paragraph',
  'heading2',
  'heading3',
  'quote',
  'pullquote',
  'bullet',
  'number',
] as const

/** The kind of a text block; kept under `kind` in the block's start (see story-doc.ts). */
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** List items are the kinds that have a level. */
export const LIST_KINDS: ReadonlySet<string> = new Set<BlockKind>(['bullet', 'number'])

/** The deepest level of a list item; the outermost is 0. */
export const MAX_LEVEL = 8

export function isBlockKind(value: unknown): value is BlockKind {
  return (BLOCK_KINDS as readonly unknown[]).includes(value)
}
