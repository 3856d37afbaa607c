import type * as Y from 'yjs'
import { authorsOf, itemIds, photosOf } from '../domain/story-doc.ts'
import { itemState } from '../domain/suggestions/plain-values.ts'
import { suggestionIndex } from '../domain/suggestions/suggestion-index.ts'
import type { Proposal, Proposals } from './suggesting.ts'

const NONE: Proposals = {}

/** All that is suggested about plain fields, authors and photos. */
export function readProposals(doc: Y.Doc): Proposals {
  const index = suggestionIndex(doc)
  if (!index.mayChange()) return NONE
  const found = new Map<string, Proposal[]>()
  const add = (path: string, proposal: Proposal): void => {
    const list = found.get(path)
    if (list) list.push(proposal)
    else found.set(path, [proposal])
  }
  for (const { entry } of index.proposals()) {
    const { path, suggestion, to } = entry
    add(path, { suggestion, ...index.origins.maker(suggestion), does: 'set', to })
  }
  for (const [kind, map] of [
    ['author', authorsOf(doc)],
    ['photo', photosOf(doc)],
  ] as const) {
    for (const id of itemIds(map)) {
      const state = itemState(doc, map, id)
      if (!state) continue
      const path = `${kind}:${id}:`
      const said = (suggestion: string, does: 'insert' | 'delete'): void =>
        add(path, { suggestion, ...index.origins.maker(suggestion), does })
      if (state.inserted !== null) said(state.inserted, 'insert')
      for (const suggestion of state.deleted) said(suggestion, 'delete')
    }
  }
  return Object.fromEntries(found)
}
