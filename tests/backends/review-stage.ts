import type { Action, Backend, Connection, Outcome } from '../../src/backends/backend.ts'
import { contentHash } from '../../src/domain/content-hash.ts'
import type { Person } from '../../src/domain/person.ts'
import { readContent } from '../../src/domain/read-content.ts'
import type { StoryContent } from '../../src/domain/story-content.ts'
import type { StoryRecord } from '../../src/domain/story-record.ts'
import { openSuggestions } from '../../src/domain/suggestions/open-suggestions.ts'
import { enterMode, Suggester } from '../../src/domain/suggestions/suggester.ts'
import { startThread } from '../../src/domain/threads/write-threads.ts'
import type * as Y from 'yjs'
import type { TestDesk } from './test-desk.ts'
import { CHIEF, contentOf, NOW, openIn, OTHER, REPORTER, storyOf, SUB, tabOf, valueOf } from './test-desk.ts'

/** A tab for each of the cast. */
export type Tabs = Readonly<Record<'reporter' | 'other' | 'sub' | 'chief', Backend>>

export async function castOf(desk: TestDesk): Promise<Tabs> {
  return {
    reporter: await tabOf(desk, REPORTER),
    other: await tabOf(desk, OTHER),
    sub: await tabOf(desk, SUB),
    chief: await tabOf(desk, CHIEF),
  }
}

/** Copy that nothing stands in the way of. */
export function readyContent(headline = 'Harbour reopens'): StoryContent {
  return {
    ...contentOf(headline, 'The harbour reopened on Tuesday.', 'harbour'),
    authors: [{ id: 'author', name: 'Rita Reporter', role: '' }],
  }
}

/** A story that its reporter submitted and the sub claimed. */
export async function storyInReview(tabs: Tabs, content = readyContent()): Promise<string> {
  const id = await storyOf(tabs.reporter, content)
  await take(tabs.reporter, id, { type: 'submit' })
  await take(tabs.sub, id, { type: 'claim' })
  return id
}

/** An action that must be done. */
export async function take(tab: Backend, id: string, action: Action): Promise<StoryRecord> {
  return valueOf(await tab.act(id, action))
}

/** Approves what is to be seen in that tab now. */
export async function approve(tab: Backend, id: string, reason = ''): Promise<Outcome<StoryRecord>> {
  const { doc, connection } = await openIn(tab, id)
  const hash = contentHash(readContent(doc))
  await connection.close()
  return tab.act(id, { type: 'approve', hash, reason })
}

/** An approved story. */
export async function approvedStory(tabs: Tabs, content = readyContent()): Promise<string> {
  const id = await storyInReview(tabs, content)
  valueOf(await approve(tabs.sub, id))
  return id
}

/** Suggests words at the end of the headline. */
export function suggest(doc: Y.Doc, person: Person, id: string, words: string, origin?: unknown): void {
  const headline = doc.getText('headline')
  const suggester = new Suggester(doc, {
    by: person.id,
    now: () => NOW().toISOString(),
    newId: () => id,
  })
  doc.transact(() => {
    suggester.enter(id)
    headline.insert(headline.length, words)
    enterMode(doc, null)
  }, origin)
}

/** Suggests to take so many characters off the beginning of the headline. */
export function suggestDeletion(doc: Y.Doc, person: Person, id: string, count: number): void {
  const suggester = new Suggester(doc, { by: person.id, now: () => NOW().toISOString(), newId: () => id })
  doc.transact(() => suggester.delete(doc.getText('headline'), 0, count, id))
}

/** A comment on the headline. */
export function commentOn(doc: Y.Doc, person: Person, id: string, text: string): void {
  startThread(doc, {
    id,
    by: person.id,
    at: NOW().toISOString(),
    anchor: { kind: 'field', field: 'headline' },
    quote: '',
    message: { id: `${id}-1`, text, mentions: [] },
  })
}

/** The mark by which a suggestion is decided as it is seen in this document. */
export function markIn(doc: Y.Doc, id: string): string {
  return openSuggestions(doc).find((suggestion) => suggestion.id === id)?.mark ?? 'unknown'
}

/** A request to decide a suggestion as this document shows it. */
export function verdictOn(
  doc: Y.Doc,
  suggestion: string,
  verdict: 'accept' | 'reject',
  reason = '',
): Parameters<Connection['decide']>[0][number] {
  return { suggestion, verdict, mark: markIn(doc, suggestion), reason }
}

export const openIds = (doc: Y.Doc): readonly string[] => openSuggestions(doc).map(({ id }) => id)
