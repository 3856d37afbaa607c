// @vitest-environment jsdom
import { Node } from '@tiptap/pm/model'
import { expect, test, vi } from 'vitest'
import { atWork, move, split, storyWith, type } from './suggesting.ts'
import type { Writer } from './writer.ts'
import { isTrue } from './writer.ts'

/** How often the size of a block is asked for while something is done: every walk over blocks asks for it. */
function looksAtBlocks(act: () => void): number {
  const size = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeSize')
  if (!size?.get) throw new Error('no size to look at')
  let looks = 0
  const seen = vi.spyOn(Node.prototype, 'nodeSize', 'get').mockImplementation(function look(this: Node) {
    if (this.isTextblock) looks += 1
    return Number(size.get?.call(this))
  })
  try {
    act()
  } finally {
    seen.mockRestore()
  }
  return looks
}

/** The looks that an edit in the middle of a story takes, once the first one like it is done. */
function looksFor(
  blocks: number,
  by: string | null,
  prepare: (writer: Writer) => void,
  act: (writer: Writer) => void,
): number {
  const rows = Array.from({ length: blocks }, (_, k) => (k === blocks / 2 ? 'middle' : `row${k}.`))
  const writer = atWork(storyWith(...rows), by)
  prepare(writer)
  act(writer)
  const looks = looksAtBlocks(() => {
    act(writer)
  })
  expect(isTrue(writer)).toBe(true)
  return looks
}

const asItIs = (): void => undefined
const moved = (writer: Writer): void => {
  move(writer, 'row1.', 'row5.')
}
const typing = (writer: Writer): void => {
  type(writer, 'ddle', 'x')
}
const splitting = (writer: Writer): void => {
  split(writer, 'ddle')
}

test.each<readonly [string, string | null, (writer: Writer) => void, (writer: Writer) => void]>([
  ['typing', null, asItIs, typing],
  ['typing where a block was moved', null, moved, typing],
  ['splitting a block', null, asItIs, splitting],
  ['typing a suggestion', 'ann', asItIs, typing],
  ['typing a suggestion where a block was moved', 'ann', moved, typing],
  ['suggesting a split', 'ann', asItIs, splitting],
])('%s looks at each block a few times at most, however many there are', (_, by, prepare, act) => {
  const [few, many] = [100, 400].map((blocks) => looksFor(blocks, by, prepare, act))
  expect(few).toBeGreaterThan(0)
  // In a story four times as long: four times as many. A walk for every block would take sixteen times as many.
  expect(many).toBeLessThan(6 * Number(few))
})
