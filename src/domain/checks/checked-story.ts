import type { BlockKind } from '../block-kind.ts'
import type { Span, StoryContent } from '../story-content.ts'
import { captionName } from '../story-doc.ts'
import type { FieldPath } from '../suggestions/suggestion.ts'
import type { LinePlace } from './flag.ts'

/** What a line is in its story. 'field' is a plain field whose words no more precise part names. */
export type LinePart =
  | 'headline'
  | 'dek'
  | 'body'
  | 'caption'
  | 'alt'
  | 'credit'
  | 'author'
  | 'place'
  | 'field'

/** One line of a story as checks read it. */
export type CheckedLine = {
  readonly place: LinePlace
  readonly part: LinePart
  /** The kind of a block of the body; null elsewhere. */
  readonly kind: BlockKind | null
  /**
   * What it says, one UTF-16 unit for each place of the content. A line break is "\n". What readers don't get (a note for
   * the desk) and what this Stet doesn't know is `UNREAD`, once for each of its units.
   */
  readonly signs: string
}

/** A story as checks read it: its lines in reading order, and all else that it says. */
export type CheckedStory = { readonly lines: readonly CheckedLine[]; readonly content: StoryContent }

/** Stands in a line for what checks leave alone. */
export const UNREAD = '\uFFFC'

/**
 * The lines of a story in the order in which a person reads them: headline, dek, byline, dateline place, lead photo
 * (alt, caption, credit), the body with each picture's words where it stands, and photos that stand nowhere.
 */
export function checkedStory(content: StoryContent): CheckedStory {
  const { headline, dek, body, authors, photos, fields } = content
  const seen = new Set<string>()
  const photoLines = (id: string): readonly CheckedLine[] => {
    const photo = photos.find((one) => one.id === id)
    if (!photo || seen.has(id)) return []
    seen.add(id)
    return [
      ...fieldLine(`photo:${id}:alt`, 'alt', photo.alt),
      {
        place: { to: 'text', text: captionName(id), block: 0 },
        part: 'caption',
        kind: null,
        signs: signsOf(photo.caption),
      },
      ...fieldLine(`photo:${id}:credit`, 'credit', photo.credit),
    ]
  }
  const lines: readonly CheckedLine[] = [
    {
      place: { to: 'text', text: 'headline', block: 0 },
      part: 'headline',
      kind: null,
      signs: signsOf(headline),
    },
    { place: { to: 'text', text: 'dek', block: 0 }, part: 'dek', kind: null, signs: signsOf(dek) },
    ...authors.flatMap(({ id, name }) => fieldLine(`author:${id}:name`, 'author', name)),
    ...fieldLine('place', 'place', fields.place),
    ...photoLines(fields.lead),
    ...body.flatMap((block, index): readonly CheckedLine[] => {
      if (block.kind === 'picture') return photoLines(block.photo)
      if (block.kind === 'rule' || block.kind === 'unknown') return []
      return [
        {
          place: { to: 'text', text: 'body', block: index },
          part: 'body',
          kind: block.kind,
          signs: signsOf(block.spans),
        },
      ]
    }),
    ...photos.flatMap(({ id }) => photoLines(id)),
  ]
  return { lines: lines.filter(({ signs }) => signs !== ''), content }
}

function fieldLine(field: FieldPath, part: LinePart, signs: string): readonly CheckedLine[] {
  return [{ place: { to: 'field', field }, part, kind: null, signs }]
}

function signsOf(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if ('text' in span) return span.marks.note ? UNREAD.repeat(span.text.length) : span.text
      return 'lineBreak' in span && !span.marks.note ? '\n' : UNREAD
    })
    .join('')
}
