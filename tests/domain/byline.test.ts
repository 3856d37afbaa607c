import { describe, expect, it } from 'vitest'
import { bylineText } from '../../src/domain/byline.ts'

const person = (name: string, role = '') => ({ name, role })

describe('the byline as readers see it', () => {
  it.each([
    { authors: [], organisation: '', text: '' },
    { authors: [], organisation: 'AFP', text: 'By AFP' },
    { authors: [person('Jane Doe')], organisation: '', text: 'By Jane Doe' },
    {
      authors: [person('Jane Doe'), person('John Roe')],
      organisation: 'Example News',
      text: 'By Jane Doe and John Roe, Example News',
    },
    {
      authors: [person('Jane Doe'), person('John Roe', 'Reporter'), person('Ann Poe')],
      organisation: '',
      text: 'By Jane Doe, John Roe and Ann Poe',
    },
    { authors: [person(' Jane Doe '), person('  ')], organisation: ' AP ', text: 'By Jane Doe, AP' },
    {
      authors: [person('Jane Doe', 'Writer'), person('Sam Poe', 'Photographs')],
      organisation: 'Example News',
      text: 'By Jane Doe, Example News; photographs by Sam Poe',
    },
    { authors: [person('Sam Poe', 'photographer')], organisation: '', text: 'Photographs by Sam Poe' },
    {
      authors: [person('A B', 'Video'), person('C D', 'video'), person('E F', 'Illustration')],
      organisation: '',
      text: 'Video by A B and C D; illustrations by E F',
    },
  ])('$text', ({ authors, organisation, text }) => {
    expect(bylineText(authors, organisation)).toBe(text)
  })
})
