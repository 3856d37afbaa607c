import { setKey } from '../set-key.ts'
import type * as Y from 'yjs'
import type { WriteKey } from '../place-blocks.ts'
import type { Suggester } from './suggester.ts'
import { enterMode } from './suggester.ts'

/** What a difference is written with: where there is a suggester it is suggested. Inside of a transaction. */
export type DifferencePen = { readonly doc: Y.Doc; readonly suggester: Suggester | null }

/** Id of a suggestion for one more edit; null where nothing is suggested. */
export const newPart = ({ suggester }: DifferencePen): string | null => suggester?.newSuggestion() ?? null

/** What is inserted from now on belongs to this suggestion, or is plain. */
export function enterPart({ doc, suggester }: DifferencePen, part: string | null): void {
  if (suggester && part !== null) suggester.enter(part)
  else enterMode(doc, null)
}

/** Writes keys of heads as part of a suggestion, or at once. */
export const keyWriter =
  ({ suggester }: DifferencePen, part: string | null): WriteKey =>
  (head, name, value) => {
    if (suggester && part !== null) suggester.setKeys(head, { [name]: value }, part)
    else setKey(head, name, value)
  }
