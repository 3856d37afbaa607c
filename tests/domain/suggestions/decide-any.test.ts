import fc from 'fast-check'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { readContent } from '../../../src/domain/read-content.ts'
import { decideSuggestions } from '../../../src/domain/suggestions/decide.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import { copyOf, meet } from '../documents.ts'
import { decide, openIds, reviewer, storyOf } from './reviewed.ts'

/** What somebody does to a story of words of one letter: numbers choose where. */
const act = fc.tuple(
  fc.constantFrom<'ann' | 'ben'>('ann', 'ben'),
  fc.constantFrom('insert', 'strike', 'format', 'kind', 'slug'),
  fc.nat(30),
  fc.nat(4),
)
const LETTERS = 'abcdefghijklmnop'

function play(doc: Y.Doc, acts: readonly (typeof act extends fc.Arbitrary<infer Act> ? Act : never)[]): void {
  const people = { ann: reviewer(doc), ben: reviewer(doc, 'ben') }
  acts.forEach(([who, what, at, more], k) => {
    const one = people[who]
    const there = one.text.toJSON()
    const letter = there.charAt(at % Math.max(1, there.length))
    if (letter === '' || what === 'slug') one.propose('slug', `${who}${more}`)
    else if (what === 'insert') one.insert(String.fromCharCode(0x4e00 + k), letter)
    else if (what === 'strike') one.strike(there.slice(at % there.length, (at % there.length) + 1 + more))
    // No value twice: of two that set the same, nothing says which one an accepted value was.
    else if (what === 'kind') one.keys(there.charAt(0), { kind: `kind${k}` })
    else one.format(letter, { link: `https://${k}.test` })
  })
}

test('whatever several people suggest: all at once or one after the other, in any order, is the same', () => {
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 1, maxLength: 9 }),
      fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      fc.nat(),
      (acts, verdicts, seed) => {
        const doc = storyOf(LETTERS)
        play(doc, acts)
        const open = openSuggestions(doc)
        const verdictOf = new Map(
          open.map(({ id }, k) => [id, verdicts[k] === true ? ('accept' as const) : ('reject' as const)]),
        )
        const together = copyOf(doc, 3)
        const requests = open.map(({ id, mark }) => ({
          suggestion: id,
          mark,
          verdict: verdictOf.get(id) ?? ('accept' as const),
        }))
        expect(decideSuggestions(together, requests).ok).toBe(true)
        const single = copyOf(doc, 4)
        const order = [...open].sort(
          (a, b) => ((seed * a.id.length + a.mark.length) % 7) - ((seed + b.mark.length) % 5),
        )
        for (const { id } of order)
          if (openIds(single).includes(id)) decide(single, verdictOf.get(id) ?? 'accept', [id])
        expect([openIds(together), openIds(single)]).toEqual([[], []])
        expect(readContent(single)).toEqual(readContent(together))
      },
    ),
    { numRuns: 80 },
  )
})

test('all accepted is how it will be, all rejected how it was; and a decision changes only one of the two views', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 9 }), fc.nat(), (acts, pick) => {
      const doc = storyOf(LETTERS)
      const original = readContent(doc)
      play(doc, acts)
      expect(readContent(doc, 'was')).toEqual(original)
      for (const verdict of ['accept', 'reject'] as const) {
        const all = copyOf(doc, 3)
        decide(all, verdict)
        expect(readContent(all)).toEqual(readContent(doc, verdict === 'accept' ? 'will' : 'was'))
        const one = copyOf(doc, 4)
        const ids = openIds(one)
        const id = ids[pick % Math.max(1, ids.length)]
        if (id === undefined) continue
        decide(one, verdict, [id])
        const kept = verdict === 'accept' ? 'will' : 'was'
        expect(readContent(one, kept)).toEqual(readContent(doc, kept))
        expect(openIds(one)).not.toContain(id)
      }
    }),
    { numRuns: 80 },
  )
})

test('decided by two people at once, each their own way, a text is the same everywhere', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 8 }), (acts) => {
      const doc = storyOf(LETTERS)
      play(doc, acts)
      const [here, there] = [copyOf(doc, 3), copyOf(doc, 4)]
      decide(here, 'accept')
      decide(there, 'reject')
      meet(here, there)
      expect(readContent(here)).toEqual(readContent(there))
      expect(readContent(here, 'was')).toEqual(readContent(there, 'was'))
      expect(openIds(here)).toEqual(openIds(there))
      expect([...suggestionIndex(here).entries.keys()].sort()).toEqual(
        [...suggestionIndex(there).entries.keys()].sort(),
      )
    }),
    { numRuns: 40 },
  )
})
