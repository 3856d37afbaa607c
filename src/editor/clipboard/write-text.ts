import type { Node, Slice } from '@tiptap/pm/model'
import { isListItem, levelOf } from '../commands/block-kind-of.ts'
import { listNumbers } from './list-numbers.ts'

/**
 * What is copied as plain text: blocks with a blank line between them, items of a list each on a line with its sign.
 * Notes for the desk are left out, as from all that leaves it.
 */
export function writeText(slice: Slice): string {
  const blocks: Node[] = []
  slice.content.forEach((node) => blocks.push(node))
  const only = blocks.length === 1
  const numbers = listNumbers(blocks)
  let text = ''
  let before: Node | null = null
  blocks.forEach((block, index) => {
    if (!block.isTextblock && block.type.name !== 'rule') return
    const items = before !== null && isListItem(before) && isListItem(block)
    text += before === null ? '' : items ? '\n' : '\n\n'
    text += (only ? '' : signOf(block, numbers[index] ?? null)) + wordsOf(block)
    before = block
  })
  return text
}

function signOf(block: Node, number: number | null): string {
  if (!isListItem(block)) return ''
  return '  '.repeat(levelOf(block)) + (number === null ? '• ' : `${number}. `)
}

function wordsOf(block: Node): string {
  if (block.type.name === 'rule') return '---'
  let text = ''
  block.forEach((child) => {
    if (child.marks.some(({ type }) => type.name === 'note')) return
    text += child.text ?? (child.type.name === 'hardBreak' ? '\n' : '')
  })
  return text
}
