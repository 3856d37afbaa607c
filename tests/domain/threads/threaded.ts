import type * as Y from 'yjs'
import { plainSpans } from '../../../src/domain/story-content.ts'
import type { TextName } from '../../../src/domain/story-doc.ts'
import { textOf, writeContent } from '../../../src/domain/story-doc.ts'
import { BLANK_CONTENT } from '../../../src/domain/story-content.ts'
import { rangesOf } from '../../../src/domain/suggestions/id-ranges.ts'
import type { ThreadAnchor } from '../../../src/domain/threads/thread.ts'
import { startThread } from '../../../src/domain/threads/write-threads.ts'
import { idAt } from '../../../src/domain/yjs-items.ts'
import { docOf } from '../documents.ts'

/** A story of client 1: a headline, a dek and two paragraphs. */
export function storyDoc(client = 1): Y.Doc {
  const doc = docOf(client)
  const paragraph = (text: string) => ({ kind: 'paragraph' as const, level: 0, spans: plainSpans(text) })
  writeContent(doc, {
    ...BLANK_CONTENT,
    headline: plainSpans('Harbour vote'),
    dek: plainSpans('The line under it'),
    body: [paragraph('The quay was empty.'), paragraph('Dockers voted.')],
  })
  return doc
}

/** The text with one sign for each unit, whatever it is. */
export function signs(text: Y.Text): string {
  let all = ''
  for (const { insert } of text.toDelta() as { insert: unknown }[])
    all += typeof insert === 'string' ? insert : '¶'
  return all
}

/** An anchor on the first place of these words. "¶" is a block's start. */
export function words(doc: Y.Doc, name: TextName, wanted: string): Extract<ThreadAnchor, { kind: 'words' }> {
  const text = textOf(doc, name)
  const at = text ? signs(text).indexOf(wanted) : -1
  if (!text || at < 0) throw new Error(`No “${wanted}”`)
  const ids = Array.from({ length: wanted.length }, (_, k) => idAt(text, at + k)).filter((id) => id !== null)
  return { kind: 'words', text: name, ids: rangesOf(ids) }
}

/** Opens a thread of Kit's. Its quote is its id. */
export function open(
  doc: Y.Doc,
  id: string,
  anchor: ThreadAnchor,
  text = 'Sure?',
  at = '2026-11-24T09:00:00Z',
): void {
  startThread(doc, {
    id,
    by: 'kit',
    at,
    anchor,
    quote: id === 't' ? 'quay' : id,
    message: { id: `${id}-1`, text, mentions: [] },
  })
}
