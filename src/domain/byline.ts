import type { Author } from './story-content.ts'

/** People and organisation as readers see them: "Jane Doe, John Roe and Ann Poe, Example News"; '' for none. */
export function bylineNames(authors: readonly Pick<Author, 'name'>[], organisation: string): string {
  const names = authors.map(({ name }) => name.trim()).filter((name) => name !== '')
  const last = names.at(-1) ?? ''
  const people = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
  return [people, organisation.trim()].filter((part) => part !== '').join(', ')
}

/** The byline with its "By": "By Jane Doe and John Roe, Example News"; '' where nobody is named. */
export function bylineText(authors: readonly Pick<Author, 'name'>[], organisation: string): string {
  const names = bylineNames(authors, organisation)
  return names === '' ? '' : `By ${names}`
}
