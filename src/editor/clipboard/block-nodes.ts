import type { Mark, Node, Schema } from '@tiptap/pm/model'
import type { Block, Marks, Span } from '../../domain/story-content.ts'

/** Clean blocks as nodes of an editor; what its schema has no node for is left out. */
export function blockNodes(schema: Schema, blocks: readonly Block[]): readonly Node[] {
  return blocks.flatMap((block): readonly Node[] => {
    if (block.kind === 'rule') return schema.nodes['rule'] ? [schema.nodes['rule'].create()] : []
    if (block.kind === 'picture' || block.kind === 'unknown') return []
    const type = schema.nodes['block']
    return type ? [type.create({ kind: block.kind, level: block.level }, spanNodes(schema, block.spans))] : []
  })
}

function spanNodes(schema: Schema, spans: readonly Span[]): readonly Node[] {
  return spans.flatMap((span): readonly Node[] => {
    const marks = marksOf(schema, span.marks)
    if ('text' in span) return [schema.text(span.text, marks)]
    const type = schema.nodes['hardBreak']
    return 'lineBreak' in span && type ? [type.create(null, null, marks)] : []
  })
}

function marksOf(schema: Schema, marks: Marks): readonly Mark[] {
  const { bold, italic, link } = schema.marks
  let set: readonly Mark[] = []
  if (marks.bold && bold) set = bold.create().addToSet(set)
  if (marks.italic && italic) set = italic.create().addToSet(set)
  if (marks.link !== undefined && link) set = link.create({ href: marks.link }).addToSet(set)
  return set
}
