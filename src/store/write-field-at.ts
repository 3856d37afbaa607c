import type { FieldPath } from '../domain/suggestions/suggestion.ts'
import type { OpenStory } from './desk-state.ts'
import type { StoryActions } from './story-actions.ts'

/** A stretch of a field, what stood there when somebody looked, and what is to stand there. */
export type FieldChange = {
  readonly from: number
  readonly to: number
  readonly was: string
  readonly words: string
}

/** Puts words in the place of others in a plain field. False, and nothing done, where others stand there. */
export function writeFieldAt(
  actions: Pick<StoryActions, 'setField' | 'setAuthor' | 'setPhoto'>,
  story: Pick<OpenStory, 'fields' | 'authors' | 'photos'>,
  id: string,
  field: FieldPath,
  change: FieldChange,
): boolean {
  const [kind, item = '', part = ''] = field.split(':')
  if (kind === 'author') {
    const author = story.authors.find((one) => one.id === item)
    const name = author && changed(author.name, change)
    if (name === undefined || part !== 'name') return false
    actions.setAuthor(id, item, { name })
    return true
  }
  if (kind === 'photo') {
    const photo = story.photos.find((one) => one.id === item)
    if (!photo || (part !== 'alt' && part !== 'credit')) return false
    const words = changed(photo[part], change)
    if (words === undefined) return false
    actions.setPhoto(id, item, { [part]: words })
    return true
  }
  if (field !== 'place') return false
  const place = changed(story.fields.place, change)
  if (place === undefined) return false
  actions.setField(id, 'place', place)
  return true
}

function changed(now: string, { from, to, was, words }: FieldChange): string | undefined {
  return now.slice(from, to) === was ? now.slice(0, from) + words + now.slice(to) : undefined
}
