import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { spansText, type StoryContent } from '../../src/domain/story-content.ts'
import { importCopy, toContent } from '../../src/formats/import-copy.ts'
import { counter } from './tokens.ts'

const SETTINGS = { sections: ['World', 'Politics'], language: 'en-GB', today: '2025-09-10' }

function storyOf(file: URL): StoryContent {
  const name = file.pathname.split('/').at(-1) ?? ''
  const answer = importCopy({ bytes: new Uint8Array(readFileSync(file)), name }, SETTINGS)
  if (!answer.ok || answer.kind !== 'copy') throw new Error('This sample must be read as copy.')
  return toContent(answer.recognition, SETTINGS, counter())
}

/** What a story says, short enough for a table; empty parts are left away. */
function told(content: StoryContent) {
  const { deskNote, keywords, language: _language, lead: _lead, ...fields } = content.fields
  const [photo] = content.photos
  const all = {
    ...fields,
    keywords: keywords.join('/'),
    deskNote,
    headline: spansText(content.headline),
    dek: spansText(content.dek),
    authors: content.authors.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)).join('/'),
    alt: photo?.alt ?? '',
    caption: spansText(photo?.caption ?? []),
    credit: photo?.credit ?? '',
    body: content.body
      .map((block) => `${block.kind.slice(0, 1)}${'level' in block ? block.level : ''}`)
      .join(' '),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

const BRIDGE = 'Bridge reopens after two years'

describe('samples of many agencies', () => {
  it.each([
    {
      name: 'ap-single-place.txt',
      story: {
        headline: 'Harbour bridge reopens after two-year repair',
        dek: 'Ferry operators say traffic will take months to return',
        authors: 'JANE DOE',
        place: 'LISBON',
        source: 'AP',
        body: 'p0 p0 p0 p0',
      },
    },
    {
      name: 'reuters-dated.txt',
      story: {
        slug: 'HARBOUR-BRIDGE/REOPENING',
        headline: 'Lisbon bridge reopens after two-year repair',
        place: 'LISBON',
        date: '2025-09-03',
        source: 'Reuters',
        deskNote: '(Reporting by Jane Doe in Lisbon; Editing by John Roe)',
        body: 'b0 b0 p0 p0',
      },
    },
    { name: 'afp-inline.txt', story: { place: 'Lisbon', source: 'AFP', body: 'p0 p0 p0' } },
    {
      name: 'pa-ends.txt',
      story: {
        slug: 'TRANSPORT Bridge',
        keywords: 'bridge/Lisbon/ferries',
        headline: BRIDGE,
        authors: 'Jane Doe/John Roe',
        organisation: 'Example News',
        date: '2025-09-03',
        body: 'p0 p0',
      },
    },
    {
      name: 'byline-in-place.txt',
      story: {
        headline: 'Bridge reopens after two years of repair',
        authors: 'JANE DOE',
        place: 'Lisbon',
        date: '2025-09-03',
        body: 'p0 p0',
      },
    },
    {
      name: 'captions-ap.txt',
      story: {
        headline: 'Bridge reopens',
        dek: 'Residents walk across at dawn',
        authors: 'Jane Doe (Political Editor)',
        organisation: 'Example News',
        date: '2025-09-03',
        caption: 'Residents walk across the harbour bridge in Lisbon, Portugal, Wednesday, Sept. 3, 2025.',
        credit: 'AP Photo/John Roe',
        body: 'p0 p0',
      },
    },
    {
      name: 'caption-reuters.txt',
      story: {
        section: 'World',
        headline: BRIDGE,
        organisation: 'Example News Staff',
        date: '2025-09-03',
        caption: 'Residents walk across the harbour bridge in Lisbon, September 3, 2025.',
        credit: 'REUTERS/John Roe',
        deskNote: '(Reporting by Jane Doe; Editing by John Roe)',
        body: 'p0',
      },
    },
    {
      name: 'caption-label.txt',
      story: {
        headline: BRIDGE,
        authors: 'Jane Doe',
        caption: 'Residents walk across the harbour bridge.',
        credit: 'John Roe/Example Agency',
        body: 'p0 p0',
      },
    },
    {
      name: 'wrapped.txt',
      story: {
        headline: BRIDGE,
        authors: 'Jane Doe',
        place: 'LISBON, Portugal',
        source: 'AP',
        body: 'p0 p0',
      },
    },
    {
      name: 'agency-of-record.txt',
      story: {
        headline: BRIDGE,
        organisation: 'Example News Agency',
        place: 'NEW DELHI',
        date: '2025-09-03',
        source: 'ANI',
        body: 'p0 p0',
      },
    },
    {
      name: 'unknown-shape.txt',
      story: { headline: 'A note about the bridge that somebody typed', body: 'p0 p0' },
    },
    { name: 'prose-only.txt', story: { body: 'p0 p0' } },
    {
      name: 'page.html',
      story: {
        section: 'World',
        headline: BRIDGE,
        dek: 'Residents walk across at dawn',
        authors: 'Jane Doe',
        place: 'Lisbon',
        date: '2025-09-03',
        alt: 'People on a bridge at dawn',
        caption: 'Residents walk across.',
        credit: 'AP Photo/John Roe',
        body: 'p0 b0 b1 b0 q0 p0 p0 p',
      },
    },
    {
      name: 'story.md',
      story: {
        headline: BRIDGE,
        authors: 'Jane Doe/John Roe',
        organisation: 'Example News',
        date: '2025-09-03',
        alt: 'People on a bridge',
        caption: 'Residents walk across.',
        credit: 'REUTERS/John Roe',
        body: 'p0 h0 n0 b1 n0 q0 p0 p0',
      },
    },
  ])('$name', ({ name, story }) => {
    expect(told(storyOf(new URL(`./samples/${name}`, import.meta.url)))).toEqual(story)
  })

  it('keeps bold, italic and sound links, and drops script addresses', () => {
    const content = storyOf(new URL('./samples/page.html', import.meta.url))
    expect(content.headline).toContainEqual({ text: 'two', marks: { italic: true } })
    const [first] = content.body
    expect(first).toMatchObject({
      spans: [
        { text: 'The harbour bridge ', marks: {} },
        { text: 'has reopened', marks: { bold: true } },
        { text: ' after a repair, the city said. ', marks: {} },
        { text: 'Its report', marks: { link: 'https://example.com/report' } },
        { text: ' follows.', marks: {} },
      ],
    })
  })
})

const SHARED = new URL('../../../shared/samples/afp-europe-guarantees.txt', import.meta.url)

describe.skipIf(!existsSync(SHARED))('the agency file of the main job', () => {
  it('goes where it belongs, to the word', () => {
    const content = storyOf(SHARED)
    const { body, ...story } = told(content)
    expect(story).toMatchObject({
      section: 'World',
      headline: 'Europe ready for Ukraine security guarantees but awaits tangible US backing: France',
      organisation: 'AFP',
      date: '2025-09-03',
      credit: 'Reuters',
    })
    expect(story['dek']).toContain('"agreed to continue cooperation in diplomatic efforts"')
    expect(story['place']).toBeUndefined()
    expect(content.authors).toEqual([])
    expect(story['alt']).toMatch(/^Frances President .* June 24, 2025\.$/)
    expect(story['caption']).toMatch(/^France's President .* June 24, 2025\.$/)
    expect(body).toBe(Array.from({ length: 12 }, () => 'p0').join(' '))
    const text = content.body.map((block) => ('spans' in block ? spansText(block.spans) : '')).join('\n')
    expect(text.split(/\s+/)).toHaveLength(357)
    expect(text).not.toMatch(/\u00a0|[ ]$|[ ]\n/)
    expect(text).toContain('“very disappointed”')
  })
})
