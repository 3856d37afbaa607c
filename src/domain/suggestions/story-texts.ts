import type * as Y from 'yjs'
import { displayOrder } from '../text-layout.ts'
import type { Attributes, UnitId } from '../yjs-items.ts'
import { isAtom, lineInline, textRuns } from '../text-runs.ts'
import type { TextName } from '../story-doc.ts'
import { captionName, fieldsOf, itemIds, photosOf, textOf } from '../story-doc.ts'
import type { SuggestionIndex, UnitState } from './suggestion-index.ts'

/** A story's texts in reading order: headline, dek, the lead's caption and the others', body. */
export function textsOf(doc: Y.Doc): readonly { readonly name: TextName; readonly text: Y.Text }[] {
  const lead = fieldsOf(doc).get('lead')
  const photos = [...itemIds(photosOf(doc))].sort((a, b) => Number(b === lead) - Number(a === lead))
  const names: TextName[] = ['headline', 'dek', ...photos.map(captionName), 'body']
  return names.flatMap((name) => {
    const text = textOf(doc, name)
    return text ? [{ name, text }] : []
  })
}

/** A stretch of units that are alike: characters, or one embed or head. */
export type Passage = {
  readonly id: UnitId
  readonly length: number
  /** Characters; "\n" for a head, a break or an embed. */
  readonly text: string
  readonly head: Y.Map<unknown> | null
  readonly attributes: Attributes
  readonly state: UnitState | null
}

/** Everything that stands in a text, pending insertions and deletions alike, in reading order. */
export function* passages(text: Y.Text, name: TextName, index: SuggestionIndex): Generator<Passage> {
  if (name !== 'body') {
    for (const part of lineInline(text)) yield* cut(part, index)
    return
  }
  const runs = textRuns(text)
  for (const place of displayOrder(text, runs)) {
    const run = runs[place]
    if (!run) continue
    if (run.head) {
      const head = { id: run.id, length: 1, text: isAtom(run.head) ? '' : '\n', head: run.head }
      yield { ...head, attributes: {}, state: index.stateOf(run.id) }
    }
    for (const part of run.inline) yield* cut(part, index)
  }
}

function* cut(part: ReturnType<typeof lineInline>[number], index: SuggestionIndex): Generator<Passage> {
  const [client, clock] = part.id
  const { attributes } = part
  const text = 'text' in part ? part.text : '\n'
  for (const { offset, length, state } of index.stretches(client, clock, text.length)) {
    const id: UnitId = [client, clock + offset]
    yield { id, length, text: text.slice(offset, offset + length), head: null, attributes, state }
  }
}
