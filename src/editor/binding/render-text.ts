import { Fragment } from '@tiptap/pm/model'
import type { Node, NodeType, Schema } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { MAX_LEVEL } from '../../domain/block-kind.ts'
import type { Json } from '../../domain/json.ts'
import { layoutOf, PLACE, SEAM } from '../../domain/text-layout.ts'
import type { Attributes } from '../../domain/yjs-items.ts'
import { embedJson, isAtom, isLineBreak, lineInline, textRuns } from '../../domain/text-runs.ts'
import { marksOf } from './marks-attributes.ts'
import type { HeadFields, Unit } from './units.ts'

/** How the text lies: `order` holds the physical run that is shown k-th, null where nothing was moved or joined apart. */
export type Rendered = {
  readonly nodes: readonly Node[]
  readonly order: readonly number[] | null
  /** Do formats run over a head? */
  readonly leaky: boolean
  /** Does a place name something that hasn't arrived? */
  readonly waiting: boolean
}

/** What a head holds, its place apart, as JSON. */
export function fieldsOfHead(head: Y.Map<unknown>): HeadFields {
  const json = head.toJSON() as Record<string, Json>
  delete json[PLACE]
  return json
}

/** A body as blocks. Never throws, and never empty. */
export function renderBody(schema: Schema, text: Y.Text): Rendered {
  const runs = textRuns(text)
  const { order, waiting } = layoutOf(text, runs)
  const build = new BlockBuilder(schema)
  let plain = true
  for (const index of order) {
    const run = runs[index]
    if (!run) continue
    if (run.head) {
      plain &&= !run.head.has(PLACE) && run.head.get('kind') !== SEAM
      build.head(isAtom(run.head) ? 'atom' : 'start', fieldsOfHead(run.head))
    } else build.headless()
    for (const part of run.inline) build.inline(part)
  }
  const leaky = runs.some((run) => Object.keys(run.leaked).length > 0)
  return { nodes: build.finish(), order: plain ? null : order, leaky, waiting }
}

/** A text of one line as its one block. */
export function renderLine(schema: Schema, text: Y.Text): Rendered {
  const build = new BlockBuilder(schema)
  build.headless()
  for (const part of lineInline(text)) build.inline(part)
  return { nodes: build.finish(), order: null, leaky: false, waiting: false }
}

/** Units, in the order in which they are shown, as blocks. */
export function nodesOfUnits(schema: Schema, units: readonly Unit[]): readonly Node[] {
  const build = new BlockBuilder(schema)
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]
    if (!unit) continue
    if ('head' in unit) build.head(unit.head, unit.fields)
    else if ('embed' in unit) build.inline(unit)
    else {
      let text = unit.char
      for (let next = units[at + 1]; next && 'char' in next; next = units[at + 1]) {
        if (next.attributes !== unit.attributes) break
        text += next.char
        at += 1
      }
      build.inline({ text, attributes: unit.attributes })
    }
  }
  return build.finish()
}

/** The node of an atom, or what a start's block has as attributes. */
export function atomNode(schema: Schema, fields: HeadFields): Node {
  const { atom, photo, ...extra } = fields
  if (atom === 'picture' && typeof photo === 'string')
    return nodeType(schema, 'picture').create({ photo, extra })
  if (atom === 'rule') {
    return nodeType(schema, 'rule').create({ extra: photo === undefined ? extra : { ...extra, photo } })
  }
  return nodeType(schema, 'unknownBlock').create({ raw: fields })
}

export function blockAttributes(fields: HeadFields): Record<string, unknown> {
  const { kind, level, ...extra } = fields
  const known = typeof level === 'number' && level > 0
  return {
    kind: typeof kind === 'string' ? kind : 'paragraph',
    level: known ? Math.min(MAX_LEVEL, Math.floor(level)) : 0,
    implicit: false,
    extra,
  }
}

export function nodeType(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name]
  if (!type) throw new Error(`The schema has no node ${name}`)
  return type
}

type Part =
  | { readonly text: string; readonly attributes: Attributes }
  | { readonly embed: unknown; readonly attributes: Attributes }

class BlockBuilder {
  readonly schema: Schema
  readonly blocks: Node[] = []
  attributes: Record<string, unknown> | null = null
  content: Node[] = []

  constructor(schema: Schema) {
    this.schema = schema
  }

  close(): void {
    if (this.attributes) {
      this.blocks.push(nodeType(this.schema, 'block').create(this.attributes, Fragment.from(this.content)))
    }
    this.attributes = null
    this.content = []
  }

  headless(): void {
    this.close()
    this.attributes = { implicit: true }
  }

  head(head: 'start' | 'atom', fields: HeadFields): void {
    if (head === 'start' && fields['kind'] === SEAM && this.attributes) {
      const { kind: _, ...extra } = fields
      this.content.push(nodeType(this.schema, 'seam').create({ extra }))
      return
    }
    this.close()
    if (head === 'atom') this.blocks.push(atomNode(this.schema, fields))
    else this.attributes = blockAttributes(fields)
  }

  inline(part: Part): void {
    if (!this.attributes) this.headless()
    const marks = marksOf(this.schema, part.attributes)
    if ('text' in part) {
      if (part.text !== '') this.pushText(this.schema.text(part.text, marks))
      return
    }
    const value = embedJson(part.embed)
    const broken = isLineBreak(value)
    const type = nodeType(this.schema, broken ? 'hardBreak' : 'unknownInline')
    this.content.push(type.create(broken ? null : { raw: value }, null, marks))
  }

  pushText(node: Node): void {
    const last = this.content.at(-1)
    if (last?.isText && last.sameMarkup(node)) {
      this.content[this.content.length - 1] = this.schema.text(
        `${last.text ?? ''}${node.text ?? ''}`,
        node.marks,
      )
    } else this.content.push(node)
  }

  finish(): readonly Node[] {
    this.close()
    if (this.blocks.length === 0) this.blocks.push(nodeType(this.schema, 'block').create({ implicit: true }))
    return this.blocks
  }
}
