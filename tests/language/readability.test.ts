import { describe, expect, test } from 'vitest'
import type { CheckedLine } from '../../src/domain/checks/checked-story.ts'
import { BLANK_CONTENT } from '../../src/domain/story-content.ts'
import { readability, readLine } from '../../src/language/readability.ts'
import { linesOf } from './lines.ts'

const read = (lines: readonly CheckedLine[], language = 'en-GB') =>
  readability(
    { lines, content: { ...BLANK_CONTENT, fields: { ...BLANK_CONTENT.fields, language } } },
    lines.map(readLine),
  )
const long = (count: number): string => `${Array.from({ length: count }, () => 'boat').join(' ')}.`

describe('how a body reads', () => {
  test('is told by its sentences and paragraphs', () => {
    expect(read(linesOf('The cat sat. The dog was fed by me.', 'He ran.'))).toMatchObject({
      sentences: 3,
      paragraphs: 2,
      wordsPerSentence: 11 / 3,
      sentencesPerParagraph: 1.5,
      passive: 1 / 3,
      hardest: [],
    })
  })

  test('is nothing without a sentence, and headings and other texts are none', () => {
    const [line] = linesOf('A heading stands here')
    if (!line) throw new Error('no line')
    expect(read([])).toBeNull()
    expect(
      read([
        { ...line, kind: 'heading2' },
        { ...line, part: 'headline', kind: null },
      ]),
    ).toBeNull()
  })

  test('has its longest sentences named, the longest first, five at most, and none that is short', () => {
    const found = read(linesOf(...[24, 25, 40, 31, 26, 27, 28].map(long)))
    expect(found?.hardest.map(({ words }) => words)).toEqual([40, 31, 28, 27, 26])
    expect(found?.hardest[0]?.range).toEqual({
      place: { to: 'text', text: 'body', block: 2 },
      from: 0,
      to: 200,
    })
  })

  test('gets an ease from 0 to 100 in English, and none in other languages', () => {
    expect(read(linesOf('The cat sat. The dog ran.'))?.ease).toBe(100)
    expect(read(linesOf(`${'incomprehensibility '.repeat(30)}.`))?.ease).toBe(0)
    expect(read(linesOf('Le chat dort.'), 'fr')?.ease).toBeNull()
  })
})
