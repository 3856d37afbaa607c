import type { Node } from '@tiptap/pm/model'
import { isListItem, kindOf, levelOf } from '../commands/block-kind-of.ts'

/**
 * The number in front of each block, null for all but numbered items. Numbers go on over deeper items; an item of the
 * other kind at the same or an outer level, or anything else between, begins them anew. The style sheet counts so too.
 */
export function listNumbers(blocks: readonly Node[]): readonly (number | null)[] {
  let counters: number[] = []
  return blocks.map((block) => {
    if (!isListItem(block)) {
      counters = []
      return null
    }
    const level = levelOf(block)
    const numbered = kindOf(block) === 'number'
    const count = numbered ? (counters[level] ?? 0) + 1 : 0
    // Where a list begins deeper than it might, what it skips counts nothing.
    counters = [...counters, ...Array<number>(level).fill(0)].slice(0, level).concat(count)
    return numbered ? count : null
  })
}
