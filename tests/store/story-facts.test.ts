import { expect, test } from 'vitest'
import { readFacts } from '../../src/store/story-facts.ts'
import { sessionOf } from './lone-story.ts'

const NOW = '2026-11-24T09:00:00Z'

test('a document comes to counts, what is suggested, and what stands between it and approval', () => {
  const { doc, suggester } = sessionOf('story')
  doc.getText('headline').insert(0, 'Cost known')
  doc.getText('body').insert(0, 'It cost TK.')
  doc.transact(() => {
    suggester.enter(suggester.newSuggestion())
    doc.getText('body').insert(0, 'Today ')
  })
  const facts = readFacts(doc, { embargo: null, now: NOW })
  // Counted as it will be.
  expect(facts.counts).toEqual({ words: 4, characters: 17, minutes: 1, tks: 1 })
  expect(facts.suggestions).toMatchObject([{ kind: 'text', before: '', after: 'Today ', by: 'me' }])
  expect(facts.signOff).toMatchObject({ suggestions: 1, comments: 0 })
  expect(facts.signOff.items.map(({ check }) => check)).toEqual(['suggestions', 'byline', 'tks'])
})

test.each([
  ['2026-11-24T08:59:59Z', false],
  ['2026-11-24T09:00:01Z', true],
])('an embargo until %s stands in the way at nine: %s', (at, stands) => {
  const facts = readFacts(sessionOf('story').doc, { embargo: { at, zone: 'Europe/London' }, now: NOW })
  expect(facts.signOff.items.some(({ check }) => check === 'embargo')).toBe(stands)
})

test('it is plain data, which can be sent from a worker', () => {
  const { doc } = sessionOf('story')
  doc.getText('body').insert(0, 'Words', { bold: true })
  const facts = readFacts(doc, { embargo: null, now: NOW })
  expect(structuredClone(facts)).toEqual(facts)
})
