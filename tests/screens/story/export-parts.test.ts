import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BLANK_CONTENT } from '../../../src/domain/story-content.ts'
import { seedUpdate } from '../../../src/domain/story-doc.ts'
import { exportGaps, exportParts, type Known } from '../../../src/screens/story/export-parts.ts'

const NOTHING: Known = { pictures: {}, sources: {}, uploads: {} }
const HASH = 'ab'.repeat(32)
const file = new Blob(['cranes'], { type: 'image/png' })

function docWith(hash: string): Y.Doc {
  const doc = new Y.Doc()
  const photo = { id: 'p', hash, alt: '', credit: '', crop: null, caption: [] }
  Y.applyUpdate(doc, seedUpdate({ ...BLANK_CONTENT, photos: [photo] }, 1))
  return doc
}
const upload = (problem: string) => ({ p: { storyId: 's', file, url: 'blob:1', share: 0, problem } })

describe('what a whole export waits for', () => {
  it.each([
    { name: 'a story without anything', hash: '', known: NOTHING, isWaiting: false, lost: 0 },
    { name: 'a picture nobody asked for', hash: HASH, known: NOTHING, isWaiting: true, lost: 0 },
    {
      name: 'a picture on its way',
      hash: HASH,
      known: { ...NOTHING, pictures: { [HASH]: { status: 'loading' as const } } },
      isWaiting: true,
      lost: 0,
    },
    {
      name: 'a picture that is gone',
      hash: HASH,
      known: { ...NOTHING, pictures: { [HASH]: { status: 'missing' as const, message: '' } } },
      isWaiting: false,
      lost: 1,
    },
    {
      name: 'a picture in memory',
      hash: HASH,
      known: { ...NOTHING, uploads: upload('') },
      isWaiting: false,
      lost: 0,
    },
  ])('$name', ({ hash, known, isWaiting, lost }) => {
    const gaps = exportGaps('s', docWith(hash), false, known)
    expect(gaps.isWaiting).toBe(isWaiting)
    expect(gaps.lost).toHaveLength(lost)
  })
})

describe('a picture that could not be stored', () => {
  it.each(['', HASH])('goes along from memory, under its own hash (before: "%s")', async (before) => {
    const parts = await exportParts('s', docWith(before), {
      ...NOTHING,
      uploads: upload('The disk is full.'),
    })
    expect(parts.pictures).toEqual([{ hash: expect.stringMatching(/^[0-9a-f]{64}$/u) as string, file }])
    expect(parts.content.photos[0]?.hash).toBe(parts.pictures[0]?.hash)
    expect(parts.pictures[0]?.hash).not.toBe(before)
  })
})
