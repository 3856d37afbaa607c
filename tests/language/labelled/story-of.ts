import {
  BLANK_CONTENT,
  plainSpans,
  type Block,
  type Fields,
  type Photo,
  type StoryContent,
} from '../../../src/domain/story-content.ts'

type Words = {
  readonly headline?: string
  readonly dek?: string
  /** One paragraph each. */
  readonly body?: readonly string[]
  readonly caption?: string
  readonly alt?: string
  readonly credit?: string
  readonly authors?: readonly string[]
  readonly fields?: Partial<Fields>
  /** Blocks that aren't paragraphs, put behind the body's. */
  readonly blocks?: readonly Block[]
}

/** A story of plain words, for tables: caption, alt and credit are those of its lead photo. */
export function storyOf(words: Words): StoryContent {
  const {
    headline = '',
    dek = '',
    body = [],
    caption,
    alt,
    credit,
    authors = [],
    fields,
    blocks = [],
  } = words
  const hasPhoto = caption !== undefined || alt !== undefined || credit !== undefined
  const photo: Photo = {
    id: 'lead',
    hash: '',
    alt: alt ?? '',
    caption: plainSpans(caption ?? ''),
    credit: credit ?? '',
    crop: null,
  }
  return {
    ...BLANK_CONTENT,
    headline: plainSpans(headline),
    dek: plainSpans(dek),
    body: [
      ...body.map((text): Block => ({ kind: 'paragraph', level: 0, spans: plainSpans(text) })),
      ...blocks,
    ],
    authors: authors.map((name, index) => ({ id: `author-${index}`, name, role: '' })),
    photos: hasPhoto ? [photo] : [],
    fields: { ...BLANK_CONTENT.fields, ...(hasPhoto ? { lead: 'lead' } : {}), ...fields },
  }
}
