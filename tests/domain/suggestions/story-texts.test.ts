import { expect, it } from 'vitest'
import { addPhoto, fieldsOf, photosOf } from '../../../src/domain/story-doc.ts'
import { passages, textsOf } from '../../../src/domain/suggestions/story-texts.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import { docOf } from '../documents.ts'
import { drawn, reviewer, storyOf } from './reviewed.ts'

it('texts come in reading order, the lead’s caption before the others’', () => {
  const doc = storyOf('Alpha.')
  for (const id of ['q', 'r']) addPhoto(doc, { id, hash: '', alt: '', credit: '', crop: null, caption: [] })
  const names = () => textsOf(doc).map(({ name }) => name)
  expect(names()).toEqual(['headline', 'dek', 'caption:p', 'caption:q', 'caption:r', 'body'])
  fieldsOf(doc).set('lead', 'r')
  expect(names()).toEqual(['headline', 'dek', 'caption:r', 'caption:p', 'caption:q', 'body'])
  photosOf(doc).get('q')?.delete('caption')
  expect(names()).toEqual(['headline', 'dek', 'caption:r', 'caption:p', 'body'])
})

it('an empty document has its three texts', () => {
  expect(textsOf(docOf(1)).map(({ name }) => name)).toEqual(['headline', 'dek', 'body'])
})

it('everything that stands is read, once, with its id and its formats', () => {
  const doc = storyOf(
    'Alpha beta.',
    { kind: 'picture', photo: 'p' },
    {
      kind: 'quote',
      level: 0,
      spans: [
        { text: 'Bold', marks: { bold: true } },
        { lineBreak: true, marks: {} },
        { text: 'plain', marks: {} },
      ],
    },
  )
  reviewer(doc).strike('pha be')
  const body = doc.getText('body')
  const all = [...passages(body, 'body', suggestionIndex(doc))]
  expect(
    all.map(({ text, head, attributes, state }) => [text, head !== null, attributes, state !== null]),
  ).toEqual([
    ['\n', true, {}, false],
    ['Al', false, {}, false],
    ['pha be', false, {}, true],
    ['ta.', false, {}, false],
    ['', true, {}, false],
    ['\n', true, {}, false],
    ['Bold', false, { bold: true }, false],
    ['\n', false, {}, false],
    ['plain', false, {}, false],
  ])
  expect(all.reduce((sum, { length }) => sum + length, 0)).toBe(body.length)
  expect(new Set(all.map(({ id }) => String(id))).size).toBe(all.length)
})

it('blocks are read as they are shown', () => {
  const doc = storyOf('Alpha.', 'Beta.', 'Gamma.')
  reviewer(doc).keys('Gamma', { place: JSON.stringify({ after: 'top', rank: 1 }) })
  expect(drawn(doc)).toBe('[~¶]Gamma.¶Alpha.¶Beta.')
})

it('in a headline there are no heads', () => {
  const doc = storyOf('Alpha.')
  reviewer(doc, 'ann', 'headline').insert('The ', 'Harbour')
  const all = [...passages(doc.getText('headline'), 'headline', suggestionIndex(doc))]
  expect(all.map(({ text, head }) => [text, head])).toEqual([
    ['The ', null],
    ['Harbour vote', null],
  ])
})
