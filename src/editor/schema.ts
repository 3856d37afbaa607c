import type { AnyExtension } from '@tiptap/core'
import { Bold } from './marks/bold.ts'
import { Italic } from './marks/italic.ts'
import { Link } from './marks/link.ts'
import { Note } from './marks/note.ts'
import { UnknownMark } from './marks/unknown-mark.ts'
import { Block } from './nodes/block.ts'
import { BodyDoc, LineDoc, Text } from './nodes/doc.ts'
import { HardBreak } from './nodes/hard-break.ts'
import { Picture } from './nodes/picture.ts'
import { Rule } from './nodes/rule.ts'
import { Seam } from './nodes/seam.ts'
import { UnknownBlock, UnknownInline } from './nodes/unknown.ts'

// The order of the marks is the order in which they nest: a link holds bold and italic, a note holds all of them.
const SHARED: readonly AnyExtension[] = [
  Block,
  Text,
  HardBreak,
  Seam,
  UnknownInline,
  Note,
  Link,
  Bold,
  Italic,
  UnknownMark,
]

/** Nodes and marks of a body. */
export const BODY_SCHEMA: readonly AnyExtension[] = [BodyDoc, ...SHARED, Picture, Rule, UnknownBlock]

/** Nodes and marks of a text of one line: headline, dek, caption. */
export const LINE_SCHEMA: readonly AnyExtension[] = [LineDoc, ...SHARED]
