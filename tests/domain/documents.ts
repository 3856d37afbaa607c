import * as Y from 'yjs'

/** What stands at one place of a text: words or an embed, with its formats. */
export type Row = readonly [insert: unknown, attributes?: Record<string, unknown>]

/** A document whose writer is always the same, so that ids can be written down. */
export function docOf(clientID: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientID
  return doc
}

/** The head of a block, or of a picture or rule, with these keys. */
export const head = (fields: Record<string, unknown> = { kind: 'paragraph' }): Y.Map<unknown> =>
  new Y.Map(Object.entries(fields))

/** A body that client 1 wrote from these rows, one after the other. */
export function bodyOf(...rows: readonly Row[]): Y.Text {
  const text = docOf(1).getText('body')
  for (const [insert, attributes] of rows) {
    if (typeof insert === 'string') text.insert(text.length, insert, { ...attributes })
    else text.insertEmbed(text.length, insert as object, { ...attributes })
  }
  return text
}

/** A copy of a document at another desk, where that client writes. */
export function copyOf(doc: Y.Doc, clientID: number): Y.Doc {
  const copy = docOf(clientID)
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** Gives everybody what everybody wrote. */
export function meet(...docs: readonly Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update)
}
