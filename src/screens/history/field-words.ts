import type { Json } from '../../domain/json.ts'
import type { StoryContent } from '../../domain/story-content.ts'
import type { FieldPath } from '../../domain/suggestions/suggestion.ts'

const NAMES: Readonly<Record<string, string>> = {
  organisation: 'Organisation',
  place: 'Dateline place',
  date: 'Dateline date',
  source: 'Dateline source',
  section: 'Section',
  slug: 'Slug',
  keywords: 'Keywords',
  language: 'Language',
  deskNote: 'Desk note',
  lead: 'Lead photo',
  name: 'Author’s name',
  role: 'Author’s role',
  alt: 'Alt text',
  credit: 'Credit',
  crop: 'Crop',
  hash: 'Picture file',
}

/** What a field is called: "Slug", "Alt text". */
export function fieldName(path: FieldPath): string {
  const name = path.split(':').at(-1) ?? path
  return NAMES[name] ?? name
}

/** A value that has no words of its own, in words; `content` knows the photos. */
export function valueWords(path: FieldPath, value: Json, content: StoryContent): string {
  const name = path.split(':').at(-1)
  if (name === 'lead') {
    const photo = content.photos.find(({ id }) => id === value)
    return photo ? `“${photo.alt === '' ? 'without alt text' : photo.alt}”` : 'none'
  }
  if (name === 'crop') return value === null ? 'whole picture' : 'a part of it'
  if (name === 'hash') return value === '' ? 'no file' : 'another file'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ')
  return typeof value === 'string' && value !== '' ? `“${value}”` : 'nothing'
}
