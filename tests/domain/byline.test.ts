import { expect, test } from 'vitest'
import { bylineNames, bylineText } from '../../src/domain/byline.ts'

const people = (...names: string[]) => names.map((name) => ({ name }))

test.each([
  [people(), '', ''],
  [people(), 'AFP', 'By AFP'],
  [people('Jane Doe'), '', 'By Jane Doe'],
  [people('Jane Doe', 'John Roe'), 'Example News', 'By Jane Doe and John Roe, Example News'],
  [people('Jane Doe', 'John Roe', 'Ann Poe'), '', 'By Jane Doe, John Roe and Ann Poe'],
  [people('', ' Jane Doe ', '  '), ' Example News ', 'By Jane Doe, Example News'],
])('%j and %j read %j', (authors, organisation, text) => {
  expect(bylineText(authors, organisation)).toBe(text)
  expect(bylineNames(authors, organisation)).toBe(text.replace(/^By /, ''))
})
