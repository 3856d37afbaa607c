import type { BlockHead } from '../../domain/compare/comparison.ts'
import type { Marks } from '../../domain/story-content.ts'

const KINDS: Readonly<Record<BlockHead['kind'], string>> = {
  paragraph: 'Paragraph',
  heading2: 'Heading 2',
  heading3: 'Heading 3',
  quote: 'Quote',
  pullquote: 'Pull quote',
  bullet: 'Bulleted item',
  number: 'Numbered item',
  picture: 'Picture',
  rule: 'Rule',
  unknown: 'Part of a newer Stet',
}

/** What a block is, in words: "Heading 2", "Bulleted item, level 2". */
export function blockWords(head: BlockHead): string {
  const words = KINDS[head.kind]
  return 'level' in head && head.level > 0 ? `${words}, level ${head.level + 1}` : words
}

const NAMES: readonly (readonly [keyof Marks, string])[] = [
  ['bold', 'bold'],
  ['italic', 'italic'],
  ['note', 'a note'],
]

/** What changed in formats, in words: "bold", "no longer italic, linked to https://…"; '' where nothing that is known did. */
export function formatWords(was: Marks, now: Marks): string {
  const words = NAMES.flatMap(([mark, name]) =>
    was[mark] === now[mark] ? [] : [now[mark] ? name : `no longer ${name}`],
  )
  if (was.link !== now.link) words.push(now.link === undefined ? 'no longer linked' : `linked to ${now.link}`)
  return words.length === 0 ? 'formats changed' : words.join(', ')
}
