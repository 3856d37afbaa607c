import type { Block, Marks, Span } from '../../src/domain/story-content.ts'
import type { Chance } from './chance.ts'

/** One of them, the more often the more it weighs. */
export function pick<Item extends { readonly weight: number }>(
  operations: readonly Item[],
  luck: Chance,
): Item {
  let left = luck.next() * operations.reduce((sum, { weight }) => sum + weight, 0)
  for (const operation of operations) {
    left -= operation.weight
    if (left < 0) return operation
  }
  return luck.pick(operations)
}

/** The story they begin with, and a source of characters that never gives one twice. */
export function beginning(): { body: readonly Block[]; fresh: (count: number) => string } {
  let given = 0
  const fresh = (count: number): string => {
    let text = ''
    for (let k = 0; k < count; k++) {
      // Now and then one that takes two UTF-16 units, as an emoji does.
      text += String.fromCodePoint(given % 7 === 6 ? 0x20000 + given : 0x4e00 + given)
      given += 1
    }
    return text
  }
  const spans = (count: number, marks: Marks = {}): readonly Span[] => [{ text: fresh(count), marks }]
  const body: readonly Block[] = [
    { kind: 'heading2', level: 0, spans: spans(8) },
    {
      kind: 'paragraph',
      level: 0,
      spans: [
        ...spans(8),
        ...spans(5, { bold: true }),
        ...spans(3),
        ...spans(4, { link: 'https://x.test/0' }),
      ],
    },
    { kind: 'picture', photo: 'a' },
    { kind: 'paragraph', level: 0, spans: spans(14) },
    { kind: 'quote', level: 0, spans: spans(6) },
    { kind: 'bullet', level: 0, spans: spans(6) },
    { kind: 'bullet', level: 1, spans: spans(6) },
    { kind: 'rule' },
    { kind: 'paragraph', level: 0, spans: [...spans(5), { lineBreak: true, marks: {} }, ...spans(5)] },
    { kind: 'paragraph', level: 0, spans: spans(8) },
  ]
  return { body, fresh }
}
