import { describe, expect, it } from 'vitest'
import { isToGo, shownAuthors, shownValue } from '../../../../src/screens/story/changes/shown-value.ts'
import type { Proposal, Proposals } from '../../../../src/store/suggesting.ts'

const set = (by: string, to: string | number | readonly string[]): Proposal => ({
  suggestion: `of ${by}`,
  by,
  at: '',
  does: 'set',
  to,
})
const whole = (does: 'insert' | 'delete'): Proposal => ({ suggestion: 's', by: 'kit', at: '', does })

describe('what a field shows', () => {
  const proposals: Proposals = {
    slug: [set('kit', 'from kit'), set('ida', 'from ida')],
    keywords: [set('kit', ['ports'])],
    place: [set('kit', 7)],
  }
  it('is one’s own proposal, of everybody’s the last, and what stands for anybody else', () => {
    expect(shownValue(proposals, 'slug', 'kit', 'stands')).toBe('from kit')
    expect(shownValue(proposals, 'slug', null, 'stands')).toBe('from ida')
    expect(shownValue(proposals, 'slug', 'jane', 'stands')).toBe('stands')
    expect(shownValue(proposals, 'source', null, 'stands')).toBe('stands')
    expect(shownValue(proposals, 'keywords', null, [] as readonly string[])).toEqual(['ports'])
  })

  it('is never a value of another shape', () => {
    expect(shownValue(proposals, 'place', null, 'stands')).toBe('stands')
    expect(shownValue(proposals, 'slug', null, [] as readonly string[])).toEqual([])
  })
})

it('authors stand in the order, and with the names, that are proposed', () => {
  const authors = [
    { id: 'a', name: 'Ann', role: '' },
    { id: 'b', name: 'Ben', role: '' },
  ]
  const proposals: Proposals = {
    'author:a:at': [set('kit', 2)],
    'author:b:at': [set('kit', 1)],
    'author:a:name': [set('kit', 'Anna')],
  }
  expect(shownAuthors(authors, proposals, 'kit').map(({ name }) => name)).toEqual(['Ben', 'Anna'])
  expect(shownAuthors(authors, proposals, 'ida')).toEqual(authors)
})

it('who is to be taken out is known from the author as a whole', () => {
  const proposals: Proposals = {
    'author:a:': [whole('insert')],
    'author:b:': [whole('insert'), whole('delete')],
  }
  expect(['a', 'b', 'c'].map((id) => isToGo(proposals, 'author', id))).toEqual([false, true, false])
})
