import { expect, test } from 'vitest'
import { publicContent } from '../../src/domain/public-content.ts'
import { BLANK_CONTENT, BLANK_FIELDS, type Block, type Span } from '../../src/domain/story-content.ts'

const said: Span = { text: 'Said', marks: {} }
const note: Span = { text: 'check this', marks: { note: true } }
const paragraph = (...spans: Span[]): Block => ({ kind: 'paragraph', level: 0, spans })

test('notes go from every text, and a block of nothing but notes with them', () => {
  const photo = { id: 'p', hash: '', alt: 'x', caption: [note, said], credit: '', crop: null }
  const story = {
    ...BLANK_CONTENT,
    headline: [said, note],
    dek: [note],
    body: [paragraph(said, note), paragraph(note), paragraph(), { kind: 'rule' as const }],
    photos: [photo],
    fields: { ...BLANK_FIELDS, slug: 's', deskNote: 'for the desk' },
  }
  expect(publicContent(story)).toEqual({
    ...story,
    headline: [said],
    dek: [],
    body: [paragraph(said), paragraph(), { kind: 'rule' }],
    photos: [{ ...photo, caption: [said] }],
    fields: { ...BLANK_FIELDS, slug: 's', deskNote: '' },
  })
})

test('a story without notes is the same', () => {
  expect(publicContent(BLANK_CONTENT)).toEqual(BLANK_CONTENT)
})
