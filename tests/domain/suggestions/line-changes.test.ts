import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readContent } from '../../../src/domain/read-content.ts'
import { spansText } from '../../../src/domain/story-content.ts'
import { lineChanges } from '../../../src/domain/suggestions/line-changes.ts'
import { Suggester } from '../../../src/domain/suggestions/suggester.ts'

function headline(words: string): {
  readonly doc: Y.Doc
  readonly text: Y.Text
  readonly by: (person: string) => Suggester
} {
  const doc = new Y.Doc()
  const text = doc.getText('headline')
  text.insert(0, words)
  let ids = 0
  return {
    doc,
    text,
    by: (person) =>
      new Suggester(doc, { by: person, now: () => '2026-11-24T09:00:00Z', newId: () => `s${(ids += 1)}` }),
  }
}

describe('a line with what is suggested in it', () => {
  test('is one piece where nothing is, and none where there is no text', () => {
    expect(lineChanges(headline('Harbor').doc, 'headline')).toEqual([
      { at: 0, text: 'Harbor', inserted: '', deleted: '' },
    ])
    expect(lineChanges(headline('').doc, 'headline')).toEqual([])
    expect(lineChanges(headline('').doc, 'caption:none')).toEqual([])
  })

  test('says who puts in and who takes out, in the order of the text', () => {
    const { doc, text, by } = headline('Harbor vote')
    const [kit, ida] = [by('kit'), by('ida')]
    doc.transact(() => {
      kit.enter(kit.newSuggestion())
      text.insert(6, 's')
    })
    doc.transact(() => ida.delete(text, 8, 4, ida.newSuggestion()))
    expect(lineChanges(doc, 'headline')).toEqual([
      { at: 0, text: 'Harbor', inserted: '', deleted: '' },
      { at: 6, text: 's', inserted: 'kit', deleted: '' },
      { at: 7, text: ' ', inserted: '', deleted: '' },
      { at: 8, text: 'vote', inserted: '', deleted: 'ida' },
    ])
  })

  test('what of it stays and what of it was there are the two views, whatever was suggested', () => {
    const edit = fc.record({
      kind: fc.constantFrom('insert', 'delete'),
      at: fc.nat(20),
      count: fc.integer({ min: 1, max: 4 }),
      person: fc.constantFrom('kit', 'ida'),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 10 }), (edits) => {
        const { doc, text, by } = headline('Harbor vote')
        const people = { kit: by('kit'), ida: by('ida') }
        for (const { kind, at, count, person } of edits) {
          const suggester = people[person]
          const from = Math.min(at, text.length)
          doc.transact(() => {
            if (kind === 'insert') {
              suggester.enter(suggester.suggestionFor(text, from, from))
              text.insert(from, 'x'.repeat(count))
            } else {
              const length = Math.min(count, text.length - from)
              if (length > 0)
                suggester.delete(text, from, length, suggester.suggestionFor(text, from, from + length))
            }
          })
        }
        const pieces = lineChanges(doc, 'headline')
        const said = (keep: (piece: (typeof pieces)[number]) => boolean): string =>
          pieces
            .filter(keep)
            .map((piece) => piece.text)
            .join('')
        expect(said(({ deleted }) => deleted === '')).toBe(spansText(readContent(doc).headline))
        expect(said(({ inserted }) => inserted === '')).toBe(spansText(readContent(doc, 'was').headline))
      }),
      { numRuns: 100 },
    )
  })
})
