import type { Block, Photo, StoryContent, TextBlock } from '../domain/story-content.ts'

/** A list as documents have it: items of one kind, each with the lists that hang below it. */
export type List = { readonly kind: 'bullet' | 'number'; readonly items: readonly ListItem[] }
export type ListItem = { readonly block: TextBlock; readonly lists: readonly List[] }

export type Group = List | Exclude<Block, TextBlock> | TextBlock

const isItem = (block: Block): block is TextBlock => block.kind === 'bullet' || block.kind === 'number'

/** The flat blocks of a body with their list items gathered into nested lists. An item that skips levels hangs one below. */
export function groupBlocks(blocks: readonly Block[]): readonly Group[] {
  const groups: Group[] = []
  for (let index = 0; index < blocks.length;) {
    const block = blocks[index]
    if (!block) break
    if (!isItem(block)) {
      groups.push(block)
      index += 1
      continue
    }
    let end = index
    for (let next = blocks[end]; next && isItem(next); next = blocks[end]) end += 1
    groups.push(...lists(blocks.slice(index, end).filter(isItem)))
    index = end
  }
  return groups
}

/** A row of items, all below one item or none, as lists: a new one where the kind changes. */
function lists(items: readonly TextBlock[]): readonly List[] {
  const out: { kind: 'bullet' | 'number'; items: ListItem[] }[] = []
  for (let index = 0; index < items.length;) {
    const block = items[index]
    if (!block) break
    let end = index + 1
    for (let next = items[end]; next && next.level > block.level; next = items[end]) end += 1
    const item = { block, lists: lists(items.slice(index + 1, end)) }
    const kind = block.kind === 'number' ? 'number' : 'bullet'
    const last = out.at(-1)
    if (last?.kind === kind) last.items.push(item)
    else out.push({ kind, items: [item] })
    index = end
  }
  return out
}

export const isList = (group: Group): group is List => 'items' in group

/** The photo that a picture block names. */
export function photoOf(content: StoryContent, id: string): Photo | null {
  return content.photos.find((photo) => photo.id === id) ?? null
}
