import { NEWSROOM_SETTINGS } from '../../src/domain/newsroom-settings.ts'
import type { SignOffInput } from '../../src/domain/sign-off-item.ts'
import type { StoryContent } from '../../src/domain/story-content.ts'
import { BLANK_CONTENT, plainSpans } from '../../src/domain/story-content.ts'
import type { Suggestion } from '../../src/domain/suggestions/suggestion.ts'
import type { Thread } from '../../src/domain/threads/thread.ts'

/** A story that nothing stands in the way of. */
export const READY: StoryContent = {
  ...BLANK_CONTENT,
  headline: plainSpans('Harbour reopens'),
  body: [{ kind: 'paragraph', level: 0, spans: plainSpans('It did.') }],
  authors: [{ id: 'a', name: 'Jane Doe', role: 'Writer' }],
}

export function inputOf(change: Partial<SignOffInput>): SignOffInput {
  return {
    content: READY,
    suggestions: [],
    threads: [],
    record: { embargo: null },
    now: '2026-11-26T09:00:00.000Z',
    settings: NEWSROOM_SETTINGS,
    ...change,
  }
}

export function suggestionOf(id: string, change: Partial<Suggestion>): Suggestion {
  return {
    id,
    by: 'sub',
    at: '2026-11-26T08:00:00.000Z',
    kind: 'text',
    place: { text: 'body' },
    before: '',
    after: '',
    what: '',
    mark: 'm',
    ...change,
  }
}

export function commentOn(
  id: string,
  { quote = '', text = 'Why?' }: { readonly quote?: string; readonly text?: string },
): Thread {
  const at = '2026-11-26T08:00:00.000Z'
  return {
    id,
    by: 'sub',
    at,
    anchor: { kind: 'field', field: 'headline' },
    quote,
    resolved: null,
    messages: [{ id: `${id}-1`, by: 'sub', at, text, mentions: [] }],
  }
}
