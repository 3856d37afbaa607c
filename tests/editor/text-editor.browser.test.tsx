import { afterEach, expect, test } from 'vitest'
import type { BlockKind } from '../../src/domain/block-kind.ts'
import type { Block } from '../../src/domain/story-content.ts'
import type { Desk } from './desk.tsx'
import { openDesk } from './desk.tsx'

let desk: Desk | null = null
afterEach(() => desk?.close())

const block = (kind: BlockKind, level: number, text: string): Block => ({
  kind,
  level,
  spans: [{ text, marks: {} }],
})

/** How far each block stands from the one above it, in pixels. */
function distances(editor: Desk['body']): readonly number[] {
  const boxes = [...editor.view.dom.children].map((element) => element.getBoundingClientRect())
  return boxes.slice(1).map((box, index) => Math.round(box.top - (boxes[index]?.bottom ?? 0)))
}

test('items of a list stand closer than paragraphs, and a heading stands apart from what is above it', async () => {
  desk = await openDesk([
    block('paragraph', 0, 'one'),
    block('paragraph', 0, 'two'),
    block('bullet', 0, 'item'),
    block('bullet', 1, 'nested'),
    block('number', 0, 'first'),
    block('paragraph', 0, 'three'),
    block('heading2', 0, 'Heading'),
    block('paragraph', 0, 'four'),
  ])
  const [plain = 0, toList, item, nested, fromList, toHeading, fromHeading] = distances(desk.body)
  expect(plain).toBeGreaterThan(10)
  expect(item).toBeLessThan(plain / 2)
  expect(nested).toBe(item)
  expect([toList, fromList]).toEqual([plain, plain])
  expect(toHeading).toBeGreaterThan(plain)
  expect(fromHeading).toBeLessThanOrEqual(plain)
})
