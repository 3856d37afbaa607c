import type * as Y from 'yjs'
import type { StoryContent } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT, plainSpans } from '../../../src/domain/story-content.ts'
import type { TextName } from '../../../src/domain/story-doc.ts'
import type { StoryUndo } from '../../../src/domain/story-undo.ts'
import { createStoryUndo } from '../../../src/domain/story-undo.ts'
import type { Suggester } from '../../../src/domain/suggestions/suggester.ts'
import type { FieldPen } from '../../../src/store/field-writes.ts'
import type { Writer } from '../../editor/binding/writer.ts'
import { isTrue, openWriter } from '../../editor/binding/writer.ts'
import { beginning } from '../beginning.ts'

/** The texts that have an editor here. */
export const TEXTS = ['headline', 'caption:photo', 'body'] as const satisfies readonly TextName[]

export type EditedText = (typeof TEXTS)[number]

/** One document with an editor on each of its texts and a pen for its fields: one that suggests, or one that doesn't. */
export type Side = {
  readonly doc: Y.Doc
  readonly undo: StoryUndo
  readonly pen: FieldPen
  readonly writers: Readonly<Record<EditedText, Writer>>
  readonly close: () => void
}

export function openSide(doc: Y.Doc, suggester: Suggester | null): Side {
  const undo = createStoryUndo(doc)
  const open = (name: EditedText): Writer => openWriter(doc, { name, undo, suggester })
  const writers = { headline: open('headline'), 'caption:photo': open('caption:photo'), body: open('body') }
  return {
    doc,
    undo,
    pen: { doc, suggester },
    writers,
    close() {
      for (const name of TEXTS) writers[name].close()
    },
  }
}

/** Do all editors show what their texts hold? */
export const isSideTrue = ({ writers }: Side): boolean => TEXTS.every((name) => isTrue(writers[name]))

/** A story to begin with: every text has words, and there are authors and a photo. */
export function firstStory(): { readonly content: StoryContent; readonly fresh: (count: number) => string } {
  const { body, fresh } = beginning()
  const content: StoryContent = {
    ...BLANK_CONTENT,
    headline: plainSpans(fresh(9)),
    dek: plainSpans(fresh(4)),
    body,
    authors: [
      { id: 'jane', name: 'Jane Doe', role: '' },
      { id: 'john', name: 'John Roe', role: 'Photographs' },
    ],
    fields: { ...BLANK_CONTENT.fields, slug: 'trawler', lead: 'photo', keywords: ['sea'] },
    photos: [
      { id: 'photo', hash: '', alt: 'A boat', caption: plainSpans(fresh(12)), credit: 'PA', crop: null },
    ],
  }
  return { content, fresh }
}
