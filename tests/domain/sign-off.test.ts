import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countStory, countTks } from '../../src/domain/count-words.ts'
import type { NewsroomSettings } from '../../src/domain/newsroom-settings.ts'
import { NEWSROOM_SETTINGS } from '../../src/domain/newsroom-settings.ts'
import { signOffItems } from '../../src/domain/sign-off.ts'
import type { SignOffInput, SignOffItem } from '../../src/domain/sign-off-item.ts'
import { plainSpans } from '../../src/domain/story-content.ts'
import type { Suggestion } from '../../src/domain/suggestions/suggestion.ts'
import { commentOn, inputOf, READY, suggestionOf } from './sign-off-inputs.ts'

const linesOf = (items: readonly SignOffItem[]): readonly string[] =>
  items.map(({ check, level, message }) => `${level} ${check}: ${message}`)
const found = (change: Partial<SignOffInput>): readonly SignOffItem[] => signOffItems(inputOf(change))
const settings = (signOff: NewsroomSettings['signOff']): NewsroomSettings => ({
  ...NEWSROOM_SETTINGS,
  signOff: { ...NEWSROOM_SETTINGS.signOff, ...signOff },
})

test('nothing stands in the way of a story that is ready', () => {
  expect(found({})).toEqual([])
})

describe('a suggestion that nobody decided', () => {
  const words: readonly [string, Partial<Suggestion>, string][] = [
    ['a replacement', { before: 'two', after: 'three' }, '“two” becomes “three”'],
    ['an insertion', { after: ' new\n words ' }, '“new words” is new'],
    ['a deletion', { before: 'old' }, '“old” goes'],
    ['a format', { kind: 'format', what: 'Bold' }, 'Bold'],
    ['words and more', { before: 'a', after: 'b', what: 'Heading 2' }, '“a” becomes “b”, Heading 2'],
    ['nothing to tell', { before: ' ' }, 'a change without words'],
    ['much', { after: 'x'.repeat(70) }, `“${'x'.repeat(59)}…” is new`],
  ]
  test.each(words)('%s is said in words', (_what, change, said) => {
    expect(found({ suggestions: [suggestionOf('1', change)] })).toEqual([
      {
        check: 'suggestions',
        level: 'stop',
        message: `Undecided suggestion: ${said}.`,
        jump: { to: 'suggestion', id: '1' },
      },
    ])
  })

  test('is an item of its own up to twenty; the rest is one count that leads to the first of them', () => {
    const many = Array.from({ length: 23 }, (_, index) => suggestionOf(`s${index}`, { after: 'x' }))
    expect(found({ suggestions: many.slice(0, 20) })).toHaveLength(20)
    const items = found({ suggestions: many })
    expect(items).toHaveLength(21)
    expect(items.at(-1)).toEqual({
      check: 'suggestions',
      level: 'stop',
      message: 'Further undecided suggestions: 3.',
      jump: { to: 'suggestion', id: 's20' },
    })
  })
})

describe('a comment', () => {
  test('that is open is a warning with its words and its quote', () => {
    const threads = [
      commentOn('t', { quote: 'the harbour', text: 'Which one?' }),
      commentOn('u', { text: 'So?' }),
    ]
    expect(found({ threads })).toEqual([
      {
        check: 'comments',
        level: 'warning',
        message: 'Open comment on “the harbour”: “Which one?”',
        jump: { to: 'thread', id: 't' },
      },
      {
        check: 'comments',
        level: 'warning',
        message: 'Open comment: “So?”',
        jump: { to: 'thread', id: 'u' },
      },
    ])
  })

  test('that is resolved, or the reason for a suggestion, stands in nobody’s way', () => {
    const resolved = { ...commentOn('t', {}), resolved: { by: 'sub', at: '' } }
    const reason = { ...commentOn('u', {}), anchor: { kind: 'suggestion', suggestion: 's' } as const }
    expect(found({ threads: [resolved, reason] })).toEqual([])
  })
})

describe('what a story lacks', () => {
  const blank = plainSpans(' \n')
  const note = [{ text: 'Headline to come', marks: { note: true as const } }]
  const story = READY
  const photo = { id: 'p', hash: 'f00', alt: ' ', caption: blank, credit: '', crop: null }
  const fields = story.fields
  const lacks: readonly [string, Partial<typeof READY>, readonly string[]][] = [
    ['a headline', { headline: [] }, ['stop headline: There is no headline.']],
    ['a headline but for blanks', { headline: blank }, ['stop headline: There is no headline.']],
    [
      'a headline but for a note',
      { headline: note },
      [
        'stop headline: There is no headline.',
        'warning notes: A note stands in the headline: “Headline to come”. Readers don’t get it.',
      ],
    ],
    ['authors', { authors: [] }, ['stop byline: Nobody is named in the byline.']],
    [
      'an author’s name',
      { authors: [{ id: 'a', name: ' ', role: 'Writer' }] },
      ['stop byline: Nobody is named in the byline.'],
    ],
    ['authors, but for a house', { authors: [], fields: { ...fields, organisation: 'AFP' } }, []],
    ['a body', { body: [] }, ['stop body: The body has no words.']],
    [
      'words in the body',
      { body: [{ kind: 'rule' }, { kind: 'paragraph', level: 0, spans: blank }] },
      ['stop body: The body has no words.'],
    ],
    [
      'all words of its picture',
      { photos: [photo] },
      [
        'warning alt: The picture has no alt text.',
        'warning caption: The picture has no caption.',
        'warning credit: The picture has no credit.',
      ],
    ],
    ['words of a picture that nobody sees', { photos: [{ ...photo, hash: '' }] }, []],
    [
      'a credit of the lead that has no file yet',
      {
        fields: { ...fields, lead: 'p' },
        photos: [{ ...photo, hash: '', alt: 'A', caption: plainSpans('C') }],
      },
      ['warning credit: The picture has no credit.'],
    ],
    [
      'a credit of a picture in the body',
      {
        body: [...story.body, { kind: 'picture', photo: 'p' }],
        photos: [{ ...photo, hash: '', alt: 'A', caption: plainSpans('C') }],
      },
      ['warning credit: The picture has no credit.'],
    ],
    [
      'an alt text of the second picture of two',
      {
        photos: [
          { ...photo, alt: 'A', caption: plainSpans('C'), credit: 'S. Poe' },
          { ...photo, id: 'q', caption: plainSpans('C'), credit: 'S. Poe' },
        ],
      },
      ['warning alt: Picture 2 of 2 has no alt text.'],
    ],
  ]
  test.each(lacks)('%s', (_what, change, lines) => {
    expect(linesOf(found({ content: { ...story, ...change } }))).toEqual(lines)
  })

  test('has a jump to where it is mended', () => {
    const items = found({
      content: { ...story, headline: [], authors: [], body: [], photos: [photo] },
      record: { embargo: { at: '2026-12-01T06:00:00Z', zone: 'Europe/London' } },
    })
    expect(items.map(({ check, jump }) => [check, jump])).toEqual([
      ['headline', { to: 'text', text: 'headline' }],
      ['byline', { to: 'panel', panel: 'byline' }],
      ['body', { to: 'text', text: 'body' }],
      ['alt', { to: 'field', field: 'photo:p:alt' }],
      ['caption', { to: 'text', text: 'caption:p' }],
      ['credit', { to: 'field', field: 'photo:p:credit' }],
      ['embargo', { to: 'panel', panel: 'more' }],
    ])
  })
})

describe('what is still to come', () => {
  test('is found in every text with its place, after notes and breaks too', () => {
    const body = [
      { kind: 'paragraph' as const, level: 0, spans: plainSpans('Nothing here.') },
      {
        kind: 'bullet' as const,
        level: 0,
        spans: [
          { text: 'ask TK', marks: { note: true as const } },
          { lineBreak: true as const, marks: {} },
          { text: 'It cost ', marks: {} },
          { text: 'TK', marks: { bold: true as const } },
          { text: ' pounds.', marks: {} },
        ],
      },
    ]
    const photo = { id: 'p', hash: 'f', alt: 'TK', caption: plainSpans('By TK'), credit: 'x', crop: null }
    const items = found({ content: { ...READY, body, photos: [photo] } }).filter(
      ({ check }) => check === 'tks',
    )
    expect(items.map(({ message, jump }) => [message, jump])).toEqual([
      [
        'Still to come in the caption: “By TK”',
        { to: 'text', text: 'caption:p', at: { block: 0, offset: 3 } },
      ],
      [
        'Still to come in the body: “It cost TK pounds.”',
        { to: 'text', text: 'body', at: { block: 1, offset: 15 } },
      ],
      ['Still to come in the alt text: “TK”', { to: 'field', field: 'photo:p:alt' }],
    ])
  })

  const around: readonly [string, string][] = [
    ['TK', 'TK'],
    ['The council would review its own support in TK.', '…its own support in TK.'],
    ['It paid ($TK) to the harbour, the town and others', 'It paid ($TK) to the harbour, the…'],
    ['One two three four five TK six seven eight nine ten.', '…two three four five TK six seven eight nine…'],
  ]
  test.each(around)('is shown among whole words: %s', (text, shown) => {
    const items = found({ content: { ...READY, headline: plainSpans(text) } })
    expect(items.map(({ message }) => message)).toEqual([`Still to come in the headline: “${shown}”`])
  })

  test('is as much as the counters count, each field once', () => {
    const words = fc
      .array(fc.constantFrom('TK', 'TKTK', 'a', 'Sum,', 'TK.'), { maxLength: 6 })
      .map((list) => list.join(' '))
    const body = fc.array(
      words.map((text) => ({ kind: 'paragraph' as const, level: 0, spans: plainSpans(text) })),
      { maxLength: 3 },
    )
    fc.assert(
      fc.property(words, body, words, (headline, blocks, place) => {
        const fields = { ...READY.fields, place }
        const content = { ...READY, headline: plainSpans(headline), body: blocks, fields }
        const items = found({ content }).filter(({ check }) => check === 'tks')
        const inTexts = countStory({ ...content, fields: READY.fields }).tks
        const inPlace = countTks(place) > 0 ? 1 : 0
        expect(items).toHaveLength(Math.min(inTexts + inPlace, 21))
      }),
    )
  })
})

test('a note is one item, however its formats change on the way', () => {
  const spans = [
    { text: 'See ', marks: {} },
    { text: 'call ', marks: { note: true as const } },
    { text: 'them', marks: { note: true as const, bold: true as const } },
    { text: ' now ', marks: {} },
    { text: 'again', marks: { note: true as const } },
  ]
  const items = found({ content: { ...READY, body: [{ kind: 'paragraph', level: 0, spans }] } })
  expect(items).toEqual([
    {
      check: 'notes',
      level: 'warning',
      message: 'A note stands in the body: “call them”. Readers don’t get it.',
      jump: { to: 'text', text: 'body', at: { block: 0, offset: 4 } },
    },
    {
      check: 'notes',
      level: 'warning',
      message: 'A note stands in the body: “again”. Readers don’t get it.',
      jump: { to: 'text', text: 'body', at: { block: 0, offset: 18 } },
    },
  ])
})

const lengths: readonly [string, number, boolean][] = [
  ['headline', 119, false],
  ['headline', 120, true],
  ['dek', 179, false],
  ['dek', 180, true],
  ['caption', 249, false],
  ['caption', 250, true],
]
test.each(lengths)('a %s of %i characters is too long: %s', (what, count, tooLong) => {
  const spans = plainSpans('é'.repeat(count))
  const photo = { id: 'p', hash: '', alt: '', caption: spans, credit: '', crop: null }
  const change = what === 'caption' ? { photos: [photo] } : { [what]: spans }
  const lines = linesOf(found({ content: { ...READY, ...change } }))
  const line = `warning length: The ${what} has ${count} characters; from ${count} on it is too long.`
  expect(lines).toEqual(tooLong ? [line] : [])
})

const embargoes: readonly [string, SignOffInput['record']['embargo'], string | null][] = [
  ['none', null, null],
  ['past', { at: '2026-11-26T09:00:00Z', zone: 'Europe/London' }, null],
  [
    'to come',
    { at: '2026-12-01T06:00:00Z', zone: 'Europe/Paris' },
    'It is under embargo until 1 December 2026 at 07:00, Europe/Paris.',
  ],
  [
    'in no known zone',
    { at: '2026-12-01T06:00:00Z', zone: 'Europe/Atlantis' },
    'It is under embargo until 2026-12-01T06:00:00Z, Europe/Atlantis.',
  ],
  ['no time at all', { at: 'noon', zone: 'Europe/London' }, null],
]
test.each(embargoes)('an embargo that is %s', (_what, embargo, message) => {
  expect(found({ record: { embargo } }).map((item) => item.message)).toEqual(
    message === null ? [] : [message],
  )
})

describe('the settings', () => {
  const content = { ...READY, headline: plainSpans('TK wins'), authors: [] }
  test('say what stops, what warns and what nobody looks for; stops stand first', () => {
    expect(linesOf(found({ content }))).toEqual([
      'stop byline: Nobody is named in the byline.',
      'warning tks: Still to come in the headline: “TK wins”',
    ])
    expect(linesOf(found({ content, settings: settings({ tks: 'stop', byline: 'warning' }) }))).toEqual([
      'stop tks: Still to come in the headline: “TK wins”',
      'warning byline: Nobody is named in the byline.',
    ])
    expect(found({ content, settings: settings({ tks: 'off', byline: 'off' }) })).toEqual([])
  })

  const more: readonly SignOffItem[] = [
    {
      check: 'spelling',
      level: 'warning',
      message: '“teh” is not a word.',
      jump: { to: 'text', text: 'body' },
    },
    { check: 'libel', level: 'stop', message: 'Ask a lawyer.', jump: { to: 'text', text: 'body' } },
  ]
  test('weigh further checks too, which keep their own level where nothing is said of them', () => {
    expect(linesOf(found({ more }))).toEqual([
      'stop libel: Ask a lawyer.',
      'warning spelling: “teh” is not a word.',
    ])
    expect(linesOf(found({ more, settings: settings({ spelling: 'stop', libel: 'off' }) }))).toEqual([
      'stop spelling: “teh” is not a word.',
    ])
  })

  test('stop by default at what DESIGN.md says, and at nothing else', () => {
    const stops = Object.entries(NEWSROOM_SETTINGS.signOff).filter(([, level]) => level === 'stop')
    expect(stops.map(([check]) => check).toSorted()).toEqual(['body', 'byline', 'headline', 'suggestions'])
    expect(NEWSROOM_SETTINGS.selfApproval).toBe(false)
  })
})
