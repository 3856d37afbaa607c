import { Node } from '@tiptap/core'

/** The body: a flat sequence of blocks. News copy is flat, and a tree loses words (DESIGN.md, decision 2). */
export const BodyDoc = Node.create({ name: 'doc', topNode: true, content: 'blocks+' })

/** Headline, dek and captions: one line. */
export const LineDoc = Node.create({ name: 'doc', topNode: true, content: 'block' })

export const Text = Node.create({ name: 'text', group: 'inline' })
