import { expect, test } from 'vitest'
import type { CheckedLine } from '../../src/domain/checks/checked-story.ts'
import { lineFacts } from '../../src/language/consistency/line-facts.ts'
import { LineCache } from '../../src/language/line-cache.ts'
import { linesOf } from './lines.ts'

/** A cache, and what it had to look at. */
function stage(): { readonly cache: LineCache; readonly read: string[] } {
  const read: string[] = []
  const cache = new LineCache((line) => {
    read.push(line.signs)
    return { flags: [], facts: lineFacts(line), reading: null }
  })
  return { cache, read }
}

test('a line is looked at once, wherever it stands from then on', () => {
  const { cache, read } = stage()
  const [one, two] = cache.keep(linesOf('One.', 'Two.'))
  expect(cache.keep(linesOf('Two.', 'New.', 'One.'))).toEqual([two, expect.anything(), one])
  expect(read).toEqual(['One.', 'Two.', 'New.'])
})

test('lines that say the same share what is known of them', () => {
  const { cache, read } = stage()
  const [first, second] = cache.keep(linesOf('Same.', 'Same.'))
  expect(first).toBe(second)
  expect(read).toEqual(['Same.'])
})

test('the same words elsewhere in a story, or as another kind of block, are another line', () => {
  const { cache, read } = stage()
  const [line] = linesOf('Quay')
  const heading: CheckedLine[] = line
    ? [line, { ...line, kind: 'heading2' }, { ...line, part: 'headline' }]
    : []
  expect(new Set(cache.keep(heading)).size).toBe(3)
  expect(read).toEqual(['Quay', 'Quay', 'Quay'])
})

test('what nobody wrote any more is forgotten, and so is everything when that is asked for', () => {
  const { cache, read } = stage()
  cache.keep(linesOf('One.', 'Two.'))
  cache.keep(linesOf('One.'))
  cache.keep(linesOf('One.', 'Two.'))
  expect(read).toEqual(['One.', 'Two.', 'Two.'])
  cache.clear()
  cache.keep(linesOf('One.'))
  expect(read).toEqual(['One.', 'Two.', 'Two.', 'One.'])
})

test('what style and spelling have yet to say is open, and kept once it is said', () => {
  const { cache } = stage()
  const [known] = cache.keep(linesOf('One.'))
  expect([known?.style, known?.spelling]).toEqual([null, null])
  if (known) known.style = []
  expect(cache.keep(linesOf('New.', 'One.'))[1]?.style).toEqual([])
})
