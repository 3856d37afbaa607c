import type { StoryContent } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT, BLANK_FIELDS, plainSpans } from '../../../src/domain/story-content.ts'

/** Words that stand nowhere else. */
export const STORY_WORDS = ['Wherrymen', 'quayside', 'herring-tax', 'Thaddeus', 'ferry-slug', 'agency-copy']

const CONTENT: StoryContent = {
  ...BLANK_CONTENT,
  headline: plainSpans('Wherrymen strike'),
  dek: plainSpans('All along the quayside'),
  body: [{ kind: 'paragraph', level: 0, spans: plainSpans('They will not pay the herring-tax.') }],
  authors: [{ id: 'a1', name: 'Thaddeus Vane', role: '' }],
  fields: { ...BLANK_FIELDS, slug: 'ferry-slug' },
}

/** A request that makes a story with all those words. */
export const newsroomStory = (id: string) => ({
  id,
  content: CONTENT,
  source: { name: 'wire.txt', type: 'text/plain', text: 'agency-copy' },
})
