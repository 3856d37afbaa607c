import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Backend, Connection, ListQuery, Outcome } from '../../src/backends/backend.ts'
import type { KeyedStore } from '../../src/rules/desk-storage.ts'
import type { Person, Role } from '../../src/domain/person.ts'
import type { StoryContent } from '../../src/domain/story-content.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../src/domain/story-content.ts'

/** One desk under test. Its tabs are backends that share what is stored. */
export type TestDesk = {
  /** Opens another tab, where need be with a clock of its own. */
  tab(options?: { readonly now?: () => Date }): Backend
  /** Changes what is stored under a key, past the backend; undefined takes it away. */
  change(store: KeyedStore, key: string | number, change: (row: object) => object): Promise<void>
  /** Puts a row among the updates, past the backend. */
  plantUpdate(row: object): Promise<void>
  /** How many rows of updates are stored of a story. */
  countUpdates(id: string): Promise<number>
  /** Opens a tab in which that person works, where people have accounts: nobody becomes anybody there. */
  signIn?(person: Person): Promise<Backend>
  /** Gives somebody another role, where people have accounts. */
  setRole?(person: Person, role: Role): Promise<void>
  /** Closes all tabs and forgets what is stored. */
  end(): Promise<void>
}

export type MakeDesk = () => Promise<TestDesk>

/** What a backend is, as its capabilities say. What is promised of only one kind is skipped by name for the other. */
export type Kind = Backend['capabilities']['kind']

/** A test of what only a backend in the browser promises; skipped by name for a server. */
export const onlyInBrowser = (kind: Kind) => (kind === 'server' ? test.skip : test)

/** Short, so that tests need not wait. */
export const SHORT = { store: 2, summary: 15 }

export const NOW = (): Date => new Date('2026-11-24T12:00:00Z')

export const REPORTER: Person = { id: 'rita', name: 'Rita Reporter', role: 'reporter' }
export const OTHER: Person = { id: 'otto', name: 'Otto Other', role: 'reporter' }
export const SUB: Person = { id: 'susan', name: 'Susan Sub', role: 'sub-editor' }
export const CHIEF: Person = { id: 'carla', name: 'Carla Chief', role: 'chief' }
export const CAST: Readonly<Record<Role | 'other', Person>> = {
  reporter: REPORTER,
  other: OTHER,
  'sub-editor': SUB,
  chief: CHIEF,
}

/** A tab in which that person works. */
export async function tabOf(desk: TestDesk, person: Person = REPORTER): Promise<Backend> {
  if (desk.signIn) return desk.signIn(person)
  const tab = desk.tab()
  valueOf(await tab.savePerson(person))
  valueOf(await tab.become(person.id))
  return tab
}

/** Gives somebody another role, as seen from a tab of somebody who may. */
export async function giveRole(desk: TestDesk, tab: Backend, person: Person, role: Role): Promise<void> {
  if (desk.setRole) await desk.setRole(person, role)
  else valueOf(await tab.savePerson({ ...person, role }))
}

/** The value of an outcome that must be one. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`${outcome.reason}: ${outcome.message}`)
  return outcome.value
}

export function contentOf(headline: string, body = '', slug = ''): StoryContent {
  return {
    ...BLANK_CONTENT,
    headline: plainSpans(headline),
    body: [{ kind: 'paragraph', level: 0, spans: plainSpans(body) }],
    fields: { ...BLANK_FIELDS, slug },
  }
}

/** Makes a story and answers with its id. */
export async function storyOf(tab: Backend, content: StoryContent = contentOf('A story')): Promise<string> {
  return valueOf(await tab.create({ id: v7(), content, source: null })).id
}

/** Opens a story that must open. */
export async function openIn(tab: Backend, id: string): Promise<{ doc: Y.Doc; connection: Connection }> {
  const doc = new Y.Doc()
  const opened = await tab.open(id, doc)
  if (!opened.ok) throw new Error(opened.message)
  if (opened.kind !== 'open') throw new Error(opened.kind)
  return { doc, connection: opened.connection }
}

export const headlineOf = (doc: Y.Doc): string => doc.getText('headline').toJSON()

/** Types at the end of the headline. */
export function type(doc: Y.Doc, text: string): void {
  const headline = doc.getText('headline')
  headline.insert(headline.length, text)
}

export const EVERYTHING: ListQuery = { search: '', statuses: [], order: 'changed', offset: 0, limit: 50 }

export async function headlines(tab: Backend, query: Partial<ListQuery> = {}): Promise<readonly string[]> {
  const page = valueOf(await tab.list({ ...EVERYTHING, ...query }))
  return page.records.map((record) => record.summary.headline)
}

/** Waits until something is so; fails where it never is. */
export async function until(what: () => unknown, expected: unknown): Promise<void> {
  await expect.poll(what, { timeout: 20_000, interval: 5 }).toEqual(expected)
}
