import type { Run } from '../compare/common-runs.ts'
import { commonRuns } from '../compare/common-runs.ts'
import type { Lexicon, Tokens } from '../compare/text-stream.ts'
import { BORDER } from '../compare/text-stream.ts'

/**
 * What two rows of tokens have in common, in order: first whole blocks that are the same, then token by token what lies
 * between them. So a long story costs hardly more than what changed in it.
 */
export function commonTokens(a: Tokens, b: Tokens, lexicon: Lexicon): readonly Run[] {
  const own = blocksOf(a, lexicon)
  const other = blocksOf(b, lexicon)
  const runs: Run[] = []
  let [i, j] = [0, 0]
  for (const [from, to, count] of [...commonRuns(own.keys, other.keys), endOf(own, other)]) {
    const [x, y] = [own.starts[i] ?? 0, other.starts[j] ?? 0]
    const [endX, endY] = [own.starts[from] ?? 0, other.starts[to] ?? 0]
    for (const [k, l, length] of commonRuns(a.keys.subarray(x, endX), b.keys.subarray(y, endY))) {
      runs.push([x + k, y + l, length])
    }
    const length = (own.starts[from + count] ?? 0) - endX
    if (length > 0) runs.push([endX, endY, length])
    ;[i, j] = [from + count, to + count]
  }
  return runs
}

/** A key for each block, and where it begins; one start more than blocks: where the last ends. */
type Blocks = { readonly keys: Int32Array; readonly starts: readonly number[] }

const endOf = (own: Blocks, other: Blocks): Run => [own.keys.length, other.keys.length, 0]

function blocksOf({ keys, classes }: Tokens, lexicon: Lexicon): Blocks {
  const starts = [0]
  for (let token = 1; token < keys.length; token++) if (classes[token] === BORDER) starts.push(token)
  starts.push(keys.length)
  const names = starts
    .slice(0, -1)
    .map((start, block) => lexicon(`block\n${keys.subarray(start, starts[block + 1]).join(' ')}`))
  return { keys: Int32Array.from(names), starts }
}
