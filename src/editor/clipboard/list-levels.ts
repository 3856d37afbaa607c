import { LIST_KINDS } from '../../domain/block-kind.ts'
import type { Block, TextBlock } from '../../domain/story-content.ts'

const isItem = (block: Block | undefined): block is TextBlock =>
  block !== undefined && LIST_KINDS.has(block.kind)

/**
 * Levels as they can be written as nested lists: each run of items begins at its outermost level, which becomes 0, and
 * none goes more than one level deeper than the one before it.
 */
export function tidyLevels(blocks: readonly Block[]): readonly Block[] {
  const tidy: Block[] = []
  let outermost = 0
  blocks.forEach((block, index) => {
    if (!isItem(block)) {
      tidy.push(block)
      return
    }
    const before = tidy[index - 1]
    if (!isItem(before)) outermost = outermostFrom(blocks, index)
    const deepest = isItem(before) ? before.level + 1 : 0
    tidy.push({ ...block, level: Math.min(block.level - outermost, deepest) })
  })
  return tidy
}

function outermostFrom(blocks: readonly Block[], start: number): number {
  let level = Number.POSITIVE_INFINITY
  for (let index = start; ; index++) {
    const block = blocks[index]
    if (!isItem(block)) return level
    level = Math.min(level, block.level)
  }
}
