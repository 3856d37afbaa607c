import type { Author } from './story-content.ts'

// Roles that say how somebody worked rather than that they wrote; they stand behind the writers.
const OTHER_WORK: readonly { readonly role: RegExp; readonly words: string }[] = [
  { role: /^(?:photo(?:s|graphs?|graphers?|graphy)?|pictures?|images?)$/i, words: 'photographs by' },
  { role: /^(?:videos?|videographers?|camera)$/i, words: 'video by' },
  { role: /^(?:graphics?|graphic artists?)$/i, words: 'graphics by' },
  { role: /^(?:illustrations?|illustrators?)$/i, words: 'illustrations by' },
]

/**
 * The byline as readers see it: "By Jane Doe and John Roe, Example News", "By AFP", "By Jane Doe; photographs by Sam Poe".
 * Other roles (a reporter, a political editor) are for the desk. '' where nobody is named.
 */
export function bylineText(authors: readonly Pick<Author, 'name' | 'role'>[], organisation: string): string {
  const workOf = (role: string): string => OTHER_WORK.find((row) => row.role.test(role.trim()))?.words ?? ''
  const named = authors.filter((author) => author.name.trim() !== '')
  const writers = named.filter((author) => workOf(author.role) === '').map((author) => author.name.trim())
  const people = [listOf(writers), organisation.trim()].filter((part) => part !== '').join(', ')
  const others = OTHER_WORK.map(({ words }) => {
    const names = named.filter((author) => workOf(author.role) === words).map((author) => author.name.trim())
    return names.length === 0 ? '' : `${words} ${listOf(names)}`
  })
  const text = [people === '' ? '' : `By ${people}`, ...others].filter((part) => part !== '').join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "Jane", "Jane and John", "Jane, John and Ann". */
function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
}
