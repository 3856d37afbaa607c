import * as Y from 'yjs'
import type { Unit } from '../../../src/editor/binding/units.ts'

/** A text by hand: 'words', ['words', formats], a head's fields, or null for a line break. */
export type Part = string | readonly [string, Readonly<Record<string, unknown>>] | Head | null
type Head = { readonly kind?: string; readonly atom?: string; readonly [name: string]: unknown }

/** A body of a document of its own that holds these parts, and nothing more. */
export function textOf(...parts: readonly Part[]): Y.Text {
  const doc = new Y.Doc()
  doc.clientID = 7
  const text = doc.getText('body')
  doc.transact(() => {
    for (const part of parts) {
      if (part === null) text.insertEmbed(text.length, { br: 1 }, {})
      else if (typeof part === 'string') text.insert(text.length, part, {})
      else if (Array.isArray(part)) text.insert(text.length, String(part[0]), { ...(part[1] as object) })
      else text.insertEmbed(text.length, new Y.Map(Object.entries(part)), {})
    }
  })
  return text
}

export const paragraph: Head = { kind: 'paragraph' }
export const start: Unit = { head: 'start', fields: { kind: 'paragraph' } }

/** What a text says: "¶" a paragraph's start, "¶quote" another's, "■" an atom, "⏎" an embed, "<bold>words</>" formats. */
export function written(text: Y.Text): string {
  return (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[])
    .map(({ insert, attributes }) => {
      const sign = insert instanceof Y.Map ? headSign(insert as Y.Map<unknown>) : null
      const words = sign ?? (typeof insert === 'string' ? insert : '⏎')
      const names = Object.keys(attributes ?? {}).sort()
      return names.length === 0 ? words : `<${names.join('+')}>${words}</>`
    })
    .join('')
}

function headSign(head: Y.Map<unknown>): string {
  const { atom, kind } = head.toJSON() as Record<string, unknown>
  if (typeof atom === 'string') return '■'
  return kind === 'paragraph' ? '¶' : `¶${String(kind)}:`
}

/** Characters as units that share their attributes, as they come from a document. */
export const units = (words: string, attributes: Readonly<Record<string, unknown>> = {}): Unit[] =>
  Array.from({ length: words.length }, (_, index) => ({ char: words.charAt(index), attributes }))
