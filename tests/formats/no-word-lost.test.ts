import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOfText } from '../../src/formats/lines-of-text.ts'
import { recognise } from '../../src/formats/recognise.ts'
import { TARGETS, type Recognition } from '../../src/formats/recognition.ts'
import { retarget } from '../../src/formats/retarget.ts'
import { toContent } from '../../src/formats/to-content.ts'
import { contentTokens, counter, expectedTokens, lineTokens, pieceTokens, sorted, tokens } from './tokens.ts'

const SAMPLES = new URL('./samples/', import.meta.url)
const COPY = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, SAMPLES), 'utf8'))

const SETTINGS = { sections: ['World', 'Politics'], language: 'en-GB', today: '2025-09-10' }

// Lines that rules look for, and lines made to mislead them.
const LINE = fc.constantFrom(
  ...COPY.flatMap((text) => text.split('\n')),
  'By Jane Doe and John Roe, Example News',
  'BY JANE DOE in Paris, France',
  'By AFP',
  'By',
  'by',
  'By Monday it rained',
  'Story by Ann de la Cruz | 3 Sept 2025 | 10:30 GMT',
  'September 03, 2025',
  'Published: 2025-09-03T10:00Z',
  '31/12/2024',
  '30 February 2025',
  'PARIS (AP) — Text',
  'PARIS, Sept 3 (Reuters) - Text of it',
  '(Reuters) - Text',
  'PARIS (AP) —',
  '— (AP) —',
  'Rome, Monday (AFP) -- one',
  'a picture of a dog on a long road. — Reuters',
  'a picture of a dog on a long road — Reuters',
  '(AP Photo/Jane Doe)',
  'Photo: Jane Doe/AFP',
  'Words. Photo: Jane Doe/AFP',
  'REUTERS/Jane Doe',
  'Slug: a-b',
  'Keywords: a, b; c',
  'keywords:',
  ':',
  '((()))',
  '###',
  '-30-',
  'ENDS',
  'It ended. ENDS',
  '(Reporting by A; Editing by B)',
  'Text. (Reporting by A)',
  '• one',
  '* two',
  '- three',
  '1. one',
  '2. two',
  '|',
  ' | ',
  'Date: soon',
  'Caption: It is. (AP Photo/Jane Doe)',
  '---',
  'TK',
  '☃ “q”',
)

const MUTATION = fc.constantFrom('drop', 'double', 'swap', 'glue', 'upper', 'lower', 'junk', 'cut')

/** Copy of our samples with lines dropped, doubled, swapped, glued, case-changed, cut, and others thrown in. */
const mutated = fc
  .tuple(fc.constantFrom(...COPY), fc.array(fc.tuple(MUTATION, fc.nat({ max: 30 }), LINE), { maxLength: 8 }))
  .map(([copy, mutations]) => {
    const lines = copy.split('\n')
    for (const [mutation, place, junk] of mutations) {
      const at = place % Math.max(1, lines.length)
      const line = lines[at] ?? ''
      const next = lines[at + 1] ?? ''
      if (mutation === 'drop') lines.splice(at, 1)
      else if (mutation === 'double') lines.splice(at, 0, line)
      else if (mutation === 'swap') lines.splice(at, 2, next, line)
      else if (mutation === 'glue') lines.splice(at, 2, `${line} ${next}`)
      else if (mutation === 'upper') lines[at] = line.toUpperCase()
      else if (mutation === 'lower') lines[at] = line.toLowerCase()
      else if (mutation === 'junk') lines.splice(at, 0, junk)
      else lines.splice(at, 1, line.slice(0, line.length / 2), line.slice(line.length / 2))
    }
    return lines.join('\n')
  })

const generated = fc.array(fc.oneof({ weight: 3, arbitrary: LINE }, fc.string({ unit: 'grapheme' })), {
  maxLength: 25,
})
const anyCopy = fc.oneof(
  mutated,
  generated.map((lines) => lines.join('\n')),
)

const read = (copy: string): Recognition => recognise(linesOfText(copy), SETTINGS)

describe('every word of the input goes somewhere', () => {
  it('is in exactly one piece, in order', () => {
    fc.assert(
      fc.property(anyCopy, (copy) => {
        const recognition = read(copy)
        expect(pieceTokens(recognition)).toEqual(lineTokens(recognition))
        expect(sorted(lineTokens(recognition))).toEqual(sorted(tokens(cleanControls(copy))))
      }),
      { numRuns: 600 },
    )
  })

  it('is in the story unless it is in the list of what was left out', () => {
    fc.assert(
      fc.property(anyCopy, (copy) => {
        const recognition = read(copy)
        const content = toContent(recognition, SETTINGS, counter())
        const { date } = content.fields
        expect(missing(contentTokens(content), expectedTokens(recognition, date), date)).toEqual([])
      }),
      { numRuns: 600 },
    )
  })

  it('stays in the story wherever pieces are moved', () => {
    const moves = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...TARGETS)), { maxLength: 6 })
    fc.assert(
      fc.property(mutated, moves, (copy, wanted) => {
        let recognition = read(copy)
        for (const [place, target] of wanted) {
          const piece = recognition.pieces[place % Math.max(1, recognition.pieces.length)]
          if (piece !== undefined) recognition = retarget(recognition, piece.id, target)
        }
        const content = toContent(recognition, SETTINGS, counter())
        const { date } = content.fields
        expect(missing(contentTokens(content), expectedTokens(recognition, date), date)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('gives every piece an id of its own, and a reason to all that is left out', () => {
    fc.assert(
      fc.property(anyCopy, (copy) => {
        const { pieces } = read(copy)
        expect(new Set(pieces.map((piece) => piece.id)).size).toBe(pieces.length)
        for (const piece of pieces) expect(piece.reason !== '').toBe(piece.target === 'left out')
      }),
    )
  })
})

/** Control characters are cleaned away inside words, and some separate lines. */
function cleanControls(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is cleaned
  return text.replace(/[\u001c-\u001f\u0000-\u0008\u000e-\u001b\u007f]/g, '').replace(/\u0085/g, '\n')
}

/** What is expected and not there, or not as often; a date that was said twice needs to be there once. */
function missing(found: readonly string[], expected: readonly string[], date: string): readonly string[] {
  const have = counts(found)
  return [...counts(expected)].flatMap(([token, count]) =>
    (have.get(token) ?? 0) < (token === date ? 1 : count) ? [token] : [],
  )
}

function counts(list: readonly string[]): ReadonlyMap<string, number> {
  const out = new Map<string, number>()
  for (const token of list) out.set(token, (out.get(token) ?? 0) + 1)
  return out
}
