import * as Y from 'yjs'
import type { Json } from '../../../src/domain/json.ts'
import { readContent } from '../../../src/domain/read-content.ts'
import type { Block, Span } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT, plainSpans } from '../../../src/domain/story-content.ts'
import type { TextName } from '../../../src/domain/story-doc.ts'
import { fieldsOf, textOf, writeContent } from '../../../src/domain/story-doc.ts'
import type { ContentView } from '../../../src/domain/suggestions/content-view.ts'
import { decideSuggestions } from '../../../src/domain/suggestions/decide.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { fieldValue } from '../../../src/domain/suggestions/plain-values.ts'
import { passages } from '../../../src/domain/suggestions/story-texts.ts'
import { Suggester } from '../../../src/domain/suggestions/suggester.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import type { FieldPath } from '../../../src/domain/suggestions/suggestion.ts'
import { copyOf, docOf, head } from '../documents.ts'

const AT = '2026-11-24T09:00:00Z'

/** A story that client 1 wrote, at the desk of client 2: one headline, a photo, an author and these blocks. */
export function storyOf(...blocks: readonly (string | Block)[]): Y.Doc {
  const doc = docOf(1)
  writeContent(doc, {
    ...BLANK_CONTENT,
    headline: plainSpans('Harbour vote'),
    body: blocks.map((block) =>
      typeof block === 'string' ? { kind: 'paragraph', level: 0, spans: plainSpans(block) } : block,
    ),
    authors: [{ id: 'ada', name: 'Ada', role: '' }],
    photos: [{ id: 'p', hash: 'aa', alt: 'A quay', credit: '', crop: null, caption: plainSpans('The quay') }],
  })
  return copyOf(doc, 2)
}

/** The text with one sign for each unit: "¶" is a head. */
export const signs = (text: Y.Text): string =>
  (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '¶'))
    .join('')

/** Index of the first of these words; "^" before them means the head on their left. */
export function indexIn(text: Y.Text, words: string): number {
  const at = signs(text).indexOf(words.replace('^', ''))
  if (at < 0) throw new Error(`No “${words}” in ${signs(text)}`)
  return words.startsWith('^') ? at - 1 : at
}

export type Reviewer = ReturnType<typeof reviewer>

/** Somebody who suggests in one text of a document. Everything returns the suggestion's id: 'ann1', 'ann2'. */
export function reviewer(doc: Y.Doc, by = 'ann', name: TextName = 'body', origin: unknown = null) {
  let ids = 0
  const suggester = new Suggester(doc, { by, now: () => AT, newId: () => `${by}${(ids += 1)}` })
  const found = textOf(doc, name)
  if (!found) throw new Error(`No text ${name}`)
  const text = found
  const run = (id: string | undefined, write: (suggestion: string) => void): string => {
    const suggestion = id ?? suggester.newSuggestion()
    doc.transact(() => write(suggestion), origin)
    return suggestion
  }
  /** Formats of the unit at an index. */
  const formatsAt = (index: number): Record<string, unknown> => {
    let at = 0
    for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: object }[]) {
      at += typeof insert === 'string' ? insert.length : 1
      if (index < at) return { ...attributes }
    }
    return {}
  }
  const headAt = (words: string): Y.Map<unknown> => {
    let at = 0
    const target = indexIn(text, words)
    for (const { insert } of text.toDelta() as { insert: unknown }[]) {
      if (at === target && insert instanceof Y.Map) return insert as Y.Map<unknown>
      at += typeof insert === 'string' ? insert.length : 1
    }
    throw new Error(`No head before ${words}`)
  }
  return {
    suggester,
    text,
    strike: (words: string, id?: string) =>
      run(id, (part) => suggester.delete(text, indexIn(text, words), words.length, part)),
    /** Strikes the head before these words. */
    join: (words: string, id?: string) =>
      run(id, (part) => suggester.delete(text, indexIn(text, `^${words}`), 1, part)),
    insert: (fresh: string, before: string, id?: string) =>
      run(id, (part) => {
        suggester.enter(part)
        text.insert(indexIn(text, before), fresh, {})
      }),
    split: (before: string, id?: string) =>
      run(id, (part) => {
        suggester.enter(part)
        text.insertEmbed(indexIn(text, before), head(), {})
      }),
    replace: (words: string, fresh: string, id?: string) =>
      run(id, (part) => {
        const at = indexIn(text, words)
        suggester.delete(text, at, words.length, part)
        suggester.enter(part)
        text.insert(at + words.length, fresh, {})
      }),
    format: (words: string, change: Record<string, Json>, id?: string) =>
      run(id, (part) => {
        const at = indexIn(text, words)
        suggester.format(text, { at, count: words.length }, change, formatsAt(at), part)
      }),
    /** Sets keys of the head before these words. */
    keys: (words: string, change: Record<string, Json>, id?: string) =>
      run(id, (part) => suggester.setKeys(headAt(`^${words}`), change, part)),
    propose: (path: FieldPath, value: Json, id?: string) => {
      doc.transact(() => suggester.propose(path, value, fieldValue(doc, path), id ?? null), origin)
    },
  }
}

/** What is suggested about a text: [+inserted] [-struck] [~set], "¶" for a head. */
export function drawn(doc: Y.Doc, name: TextName = 'body'): string {
  const text = textOf(doc, name)
  if (!text) return ''
  let all = ''
  let open = ''
  for (const passage of passages(text, name, suggestionIndex(doc))) {
    const { state } = passage
    const signs = [
      typeof state?.inserted === 'string' ? '+' : '',
      (state?.deleted.length ?? 0) > 0 ? '-' : '',
      (state?.sets.length ?? 0) > 0 ? '~' : '',
    ].join('')
    if (signs !== open) all += `${open === '' ? '' : ']'}${signs === '' ? '' : `[${signs}`}`
    all += passage.head ? '¶' : passage.text
    open = signs
  }
  return open === '' ? all : `${all}]`
}

/** A body in a view, block by block: its kind where it is no paragraph, and *bold*. */
export const body = (doc: Y.Doc, view: ContentView = 'will'): readonly string[] =>
  readContent(doc, view).body.map((block) => {
    if (block.kind === 'picture') return `[${block.photo}]`
    if (!('spans' in block)) return `[${block.kind}]`
    const level = 'level' in block && block.level > 0 ? String(block.level) : ''
    const kind = block.kind === 'paragraph' ? '' : `${block.kind}${level}: `
    return `${kind}${block.spans.map(spanWords).join('')}`
  })

const spanWords = (span: Span): string => {
  if (!('text' in span)) return '⏎'
  return span.marks.bold === true ? `*${span.text}*` : span.text
}

/** Decides these suggestions, or all, as they are now. */
export function decide(
  doc: Y.Doc,
  verdict: 'accept' | 'reject',
  ids: readonly string[] = openSuggestions(doc).map(({ id }) => id),
  origin: unknown = null,
): ReturnType<typeof decideSuggestions> {
  const open = new Map(openSuggestions(doc).map(({ id, mark }) => [id, mark]))
  return decideSuggestions(
    doc,
    ids.map((suggestion) => ({ suggestion, verdict, mark: open.get(suggestion) ?? '' })),
    origin,
  )
}

/** Ids of what is open, in order. */
export const openIds = (doc: Y.Doc): readonly string[] => openSuggestions(doc).map(({ id }) => id)

export const slugOf = (doc: Y.Doc): unknown => fieldsOf(doc).get('slug')
