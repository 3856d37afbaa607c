import type * as Y from 'yjs'
import { authorsOf, itemIds, photosOf, readAuthors, readPhoto } from '../story-doc.ts'
import { idOfType } from '../yjs-items.ts'
import { describeSuggestion } from './describe-suggestion.ts'
import { Gathering } from './gather.ts'
import { fieldValue } from './plain-values.ts'
import { passages, textsOf } from './story-texts.ts'
import type { Suggestion } from './suggestion.ts'
import { suggestionIndex } from './suggestion-index.ts'

/** Everything that is suggested and not decided, in reading order: headline, dek, captions, body, then plain fields. */
export function openSuggestions(doc: Y.Doc): readonly Suggestion[] {
  const index = suggestionIndex(doc)
  if (!index.mayChange()) return []
  const found = new Gathering(index.origins)
  for (const { name, text } of textsOf(doc)) {
    for (const passage of passages(text, name, index)) found.passage(name, passage)
  }
  const item = (kind: 'author' | 'photo', map: Y.Map<Y.Map<unknown>>, id: string, words: string): void => {
    const of = map.get(id)
    const own = of ? idOfType(of) : null
    const state = own ? index.stateOf(own) : null
    if (own && state)
      found.item(`${kind}:${id}:`, own, kind, words, state, { ...of?.toJSON(), caption: null })
  }
  for (const { id, name } of readAuthors(doc)) item('author', authorsOf(doc), id, name)
  for (const id of itemIds(photosOf(doc))) item('photo', photosOf(doc), id, readPhoto(doc, id)?.alt ?? '')
  for (const { entry } of index.proposals()) {
    found.field(entry.suggestion, entry.path, fieldValue(doc, entry.path), entry.to)
  }
  return found.all().map((one) => describeSuggestion(one, index.origins.maker(one.id)))
}
