import { Mark } from '@tiptap/pm/model'
import type { Schema } from '@tiptap/pm/model'
import { sameJson } from '../../domain/json.ts'
import type { Attributes } from '../../domain/yjs-items.ts'

const SIMPLE: ReadonlySet<string> = new Set(['bold', 'italic', 'note'])
const setsOf = new WeakMap<Schema, WeakMap<Attributes, readonly Mark[]>>()

/** The marks that stand for Y.Text attributes. One that this Stet doesn't know is an `unknownMark`. */
export function marksOf(schema: Schema, attributes: Attributes): readonly Mark[] {
  const cache = setsOf.get(schema) ?? new WeakMap<Attributes, readonly Mark[]>()
  setsOf.set(schema, cache)
  const cached = cache.get(attributes)
  if (cached) return cached
  const marks = Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => markOf(schema, name, value))
    .filter((mark) => mark !== undefined)
  const set = Mark.setFrom(marks)
  cache.set(attributes, set)
  return set
}

function markOf(schema: Schema, name: string, value: unknown): Mark | undefined {
  if (SIMPLE.has(name) && value === true) return schema.marks[name]?.create()
  if (name === 'link' && typeof value === 'string') return schema.marks['link']?.create({ href: value })
  return schema.marks['unknownMark']?.create({ name, value })
}

const attributesCache = new WeakMap<readonly Mark[], Attributes>()

/** The Y.Text attributes that marks stand for. */
export function attributesOf(marks: readonly Mark[]): Attributes {
  const cached = attributesCache.get(marks)
  if (cached) return cached
  const attributes: Record<string, unknown> = {}
  for (const { type, attrs } of marks) {
    if (type.name === 'unknownMark') attributes[String(attrs['name'])] = attrs['value']
    else attributes[type.name] = type.name === 'link' ? String(attrs['href']) : true
  }
  attributesCache.set(marks, attributes)
  return attributes
}

/** What has to be set (or removed: null) to make one set of attributes the other. */
export function attributeChange(from: Attributes, to: Attributes): Record<string, unknown> {
  const change: Record<string, unknown> = {}
  if (from === to) return change
  for (const name of Object.keys(from)) if (!(name in to)) change[name] = null
  for (const [name, value] of Object.entries(to)) if (!sameJson(from[name], value)) change[name] = value
  return change
}
