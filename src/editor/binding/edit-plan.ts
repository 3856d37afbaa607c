import type * as Y from 'yjs'
import type { Json } from '../../domain/json.ts'
import type { Attributes } from '../../domain/yjs-items.ts'
import type { Unit } from './units.ts'

/** One change of the text, at a physical index of the text before all of them. */
export type TextOperation =
  | { readonly type: 'delete'; readonly at: number; readonly count: number }
  | {
      readonly type: 'insert'
      readonly at: number
      readonly units: readonly Unit[]
      readonly plain: boolean
      /** The changed range of the document that it comes from. */
      readonly range: number
    }
  | {
      readonly type: 'format'
      readonly at: number
      readonly count: number
      readonly change: Attributes
      /** The formats that these units have. */
      readonly was: Attributes
    }

/** What is to be set in a head; null removes a key. */
export type FieldChange = {
  readonly head: Y.Map<unknown>
  readonly change: { readonly [name: string]: Json }
}

/** A run of the new document: one that was shown before, by its number there, or one just made. */
export type RunRef = { readonly shown: number } | { readonly made: Unit }

export type EditPlan = {
  readonly operations: readonly TextOperation[]
  /** Units that are only suggested to be deleted: they stay. */
  readonly pending: readonly { readonly at: number; readonly count: number; readonly range: number }[]
  /** The last unit of each changed range, where that was there before. */
  readonly kept: ReadonlyMap<number, number>
  readonly fields: readonly FieldChange[]
  /** The runs in the order of the new document, and the moved ones; null where the order needs no thought. */
  readonly order: { readonly runs: readonly RunRef[]; readonly moved: readonly number[] } | null
  /** Does the document show something that the text will not hold in this form? */
  readonly redraw: boolean
}
