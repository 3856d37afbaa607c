import { describe, expect, it } from 'vitest'
import type { FieldPath } from '../../../../src/domain/suggestions/suggestion.ts'
import {
  changePlace,
  changeSentence,
  changeTexts,
} from '../../../../src/screens/story/changes/change-texts.ts'

const inBody = { text: 'body' } as const
const field = (path: FieldPath): { readonly field: FieldPath } => ({ field: path })

describe('a suggestion in one sentence', () => {
  const cases = [
    [{ place: inBody, before: 'old', after: 'new', what: '' }, '“old” becomes “new”'],
    [{ place: inBody, before: '', after: 'new', what: '' }, '“new” put in'],
    [{ place: inBody, before: 'old', after: '', what: '' }, '“old” taken out'],
    [{ place: inBody, before: 'words', after: 'words', what: 'Bold' }, 'Bold: “words”'],
    [{ place: inBody, before: '', after: '', what: 'Rule added' }, 'Rule added'],
    [
      { place: inBody, before: 'a ¶ b', after: '', what: 'Paragraphs joined' },
      'Paragraphs joined: “a ¶ b” taken out',
    ],
    [{ place: field('author:x:at'), before: '1', after: '2', what: '' }, 'Moved in the byline'],
    [{ place: field('lead'), before: '', after: '5f1c', what: '' }, 'Another lead photo'],
    [{ place: field('photo:x:hash'), before: 'ab', after: 'cd', what: '' }, 'Another picture file'],
    [{ place: field('slug'), before: 'a', after: 'b', what: '' }, '“a” becomes “b”'],
  ] as const
  it.each(cases)('%j', (change, sentence) => {
    expect(changeSentence(change)).toBe(sentence)
  })

  it('is short, however long the words are', () => {
    const long = 'word '.repeat(200)
    expect(
      changeSentence({ place: inBody, before: long, after: long.toUpperCase(), what: '' }).length,
    ).toBeLessThan(150)
  })
})

it('ids, ranks and file names are not shown to people', () => {
  for (const path of ['lead', 'photo:x:hash', 'photo:x:crop', 'author:x:at'] as const) {
    expect(changeTexts({ place: field(path), before: '1f', after: '2e', what: '' })).toMatchObject({
      before: '',
      after: '',
    })
  }
})

describe('the place of a suggestion', () => {
  const cases = [
    [inBody, 'Body'],
    [{ text: 'headline' }, 'Headline'],
    [{ text: 'caption:p' }, 'Caption'],
    [field('slug'), 'Slug'],
    [field('photo:p:alt'), 'Alt text'],
    [field('photo:p:'), 'Photo'],
    [field('photo:q:'), 'Body picture'],
    [field('author:x:name'), 'Author'],
  ] as const
  it.each(cases)('%j is called %s', (place, label) => {
    expect(changePlace(place, 'p')).toBe(label)
  })
})
