import { describe, expect, it } from 'vitest'
import { checkedStory, UNREAD } from '../../../src/domain/checks/checked-story.ts'
import type { Photo, StoryContent } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../../src/domain/story-content.ts'

const photo = (id: string, caption: string): Photo => ({
  id,
  hash: '',
  alt: `Alt of ${id}`,
  caption: plainSpans(caption),
  credit: `Credit of ${id}`,
  crop: null,
})

const CONTENT: StoryContent = {
  ...BLANK_CONTENT,
  headline: plainSpans('Rain ends drought'),
  dek: plainSpans('Reservoirs are full'),
  authors: [{ id: 'a', name: 'Ines Moreau', role: 'Writer' }],
  fields: { ...BLANK_FIELDS, place: 'LYON', lead: 'lead' },
  photos: [photo('spare', 'A spare one'), photo('inside', 'A dam'), photo('lead', 'A reservoir')],
  body: [
    { kind: 'paragraph', level: 0, spans: plainSpans('It rained.') },
    { kind: 'rule' },
    { kind: 'picture', photo: 'inside' },
    { kind: 'heading2', level: 0, spans: plainSpans('What next') },
    { kind: 'picture', photo: 'inside' },
  ],
}

describe('the lines of a story', () => {
  it('stand in the order in which a person reads them, each photo once', () => {
    expect(checkedStory(CONTENT).lines.map(({ part, signs }) => `${part}: ${signs}`)).toEqual([
      'headline: Rain ends drought',
      'dek: Reservoirs are full',
      'author: Ines Moreau',
      'place: LYON',
      'alt: Alt of lead',
      'caption: A reservoir',
      'credit: Credit of lead',
      'body: It rained.',
      'alt: Alt of inside',
      'caption: A dam',
      'credit: Credit of inside',
      'body: What next',
      'alt: Alt of spare',
      'caption: A spare one',
      'credit: Credit of spare',
    ])
  })

  it('name a block by its place in the content, whatever stands between', () => {
    const heading = checkedStory(CONTENT).lines.find(({ signs }) => signs === 'What next')
    expect(heading).toMatchObject({ place: { to: 'text', text: 'body', block: 3 }, kind: 'heading2' })
  })

  it('have one unit for each place: what readers don’t get holds its place', () => {
    const { lines } = checkedStory({
      ...BLANK_CONTENT,
      headline: [
        { text: 'One ', marks: {} },
        { text: 'note', marks: { note: true } },
        { lineBreak: true, marks: {} },
        { unknown: { chart: 1 }, marks: {} },
        { text: 'two', marks: { bold: true } },
      ],
    })
    expect(lines[0]?.signs).toBe(`One ${UNREAD.repeat(4)}\n${UNREAD}two`)
  })

  it('are none for a story without a word', () => {
    expect(checkedStory(BLANK_CONTENT).lines).toEqual([])
  })
})
