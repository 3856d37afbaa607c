import { expect, test } from 'vitest'
import { noticeSentence } from '../../../src/screens/inbox/notice-words.ts'
import type { InboxNotice } from '../../../src/store/desk-state.ts'

const NOTICE: InboxNotice = {
  sequence: 1,
  story: 'a',
  headline: 'Trawler sinks',
  slug: 'trawler',
  kind: 'returned',
  by: { id: 'mia', name: 'Mia Khan', role: 'sub-editor' },
  at: '2026-11-24T12:00:00Z',
  note: '',
  read: false,
}

test.each([
  ['submitted', 'Mia Khan submitted “Trawler sinks”'],
  ['withdrawn', 'Mia Khan withdrew “Trawler sinks” to write on'],
  ['taken over', 'Mia Khan took over “Trawler sinks”'],
  ['returned', 'Mia Khan returned “Trawler sinks” for changes'],
  ['approved', 'Mia Khan approved “Trawler sinks”'],
  ['reopened', 'Mia Khan reopened “Trawler sinks”'],
  ['spiked', 'Mia Khan spiked “Trawler sinks”'],
  ['restored', 'Mia Khan restored “Trawler sinks” as a draft'],
  ['commented', 'Mia Khan commented on “Trawler sinks”'],
  ['answered', 'Mia Khan answered you on “Trawler sinks”'],
  ['mentioned', 'Mia Khan mentioned you on “Trawler sinks”'],
  // What a newer Stet wrote.
  ['constructor' as InboxNotice['kind'], 'Mia Khan did something with “Trawler sinks”'],
] as const)('%s', (kind, expected) => {
  expect(noticeSentence({ ...NOTICE, kind })).toBe(expected)
})

test.each([
  [
    'its note comes after',
    { note: ' Who says so? ' },
    'Mia Khan returned “Trawler sinks” for changes: Who says so?',
  ],
  ['without a headline it has its slug', { headline: '' }, 'Mia Khan returned “trawler” for changes'],
  ['without both it is untitled', { headline: '', slug: '' }, 'Mia Khan returned “Untitled” for changes'],
])('%s', (_what, change, expected) => {
  expect(noticeSentence({ ...NOTICE, ...change })).toBe(expected)
})
