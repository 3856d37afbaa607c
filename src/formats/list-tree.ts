import type { TextBlock } from '../domain/story-content.ts'

/** A list with its items; an item without a block only holds deeper lists (a story may begin at level 1). */
export type ListNode = { readonly kind: 'bullet' | 'number'; readonly items: readonly ListItem[] }
export type ListItem = { readonly block: TextBlock | null; readonly lists: readonly ListNode[] }

type OpenItem = { block: TextBlock | null; lists: OpenList[] }
type OpenList = { kind: 'bullet' | 'number'; items: OpenItem[] }

/** Neighbouring list items of a story, which are flat and carry a level, as real nested lists. */
export function listTree(blocks: readonly TextBlock[]): readonly ListNode[] {
  const roots: OpenList[] = []
  for (const block of blocks) {
    const kind = block.kind === 'number' ? 'number' : 'bullet'
    let lists = roots
    for (let level = 0; level < block.level; level++) {
      let list = lists.at(-1)
      if (list === undefined) lists.push((list = { kind, items: [] }))
      let item = list.items.at(-1)
      if (item === undefined) list.items.push((item = { block: null, lists: [] }))
      lists = item.lists
    }
    const last = lists.at(-1)
    if (last?.kind === kind) last.items.push({ block, lists: [] })
    else lists.push({ kind, items: [{ block, lists: [] }] })
  }
  return roots
}

/** Cuts blocks into runs: each run of list items together, every other block alone. */
export function listRuns<Other>(
  blocks: readonly (TextBlock | Other)[],
): readonly (readonly TextBlock[] | TextBlock | Other)[] {
  const out: (TextBlock[] | TextBlock | Other)[] = []
  for (const block of blocks) {
    const item = asItem(block)
    const last = out.at(-1)
    if (item === null) out.push(block)
    else if (Array.isArray(last)) (last as TextBlock[]).push(item)
    else out.push([item])
  }
  return out
}

function asItem(block: unknown): TextBlock | null {
  const kind = (block as { readonly kind?: unknown }).kind
  return kind === 'bullet' || kind === 'number' ? (block as TextBlock) : null
}
