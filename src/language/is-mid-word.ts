import * as Y from 'yjs'

/**
 * Did a change of one's own leave a word unfinished? So it is where letters were the last that was written, or something
 * was only taken out. Others' changes count as unfinished: what they do comes in pieces of any size. Costs the same
 * however long the story is.
 */
export function isMidWord({ doc, local, beforeState, afterState }: Y.Transaction): boolean {
  if (!local) return true
  const { clientID } = doc
  if (afterState.get(clientID) === beforeState.get(clientID)) return true
  const last = doc.store.clients.get(clientID)?.at(-1)
  const content = last instanceof Y.Item ? last.content : null
  return content instanceof Y.ContentString && /[\p{L}\p{M}\p{N}'’-]$/u.test(content.str.slice(-2))
}
