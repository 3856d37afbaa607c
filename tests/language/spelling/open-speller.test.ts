import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkedStory, UNREAD, type CheckedLine } from '../../../src/domain/checks/checked-story.ts'
import { DIALECTS, type Dialect } from '../../../src/domain/checks/check-settings.ts'
import type { LineFlag } from '../../../src/domain/checks/flag.ts'
import { lineFacts } from '../../../src/language/consistency/line-facts.ts'
import { namesOf } from '../../../src/language/consistency/names-of.ts'
import { knownWords } from '../../../src/language/spelling/known-words.ts'
import { openHarper } from '../../../src/language/spelling/harper.ts'
import { openSpeller } from '../../../src/language/spelling/open-speller.ts'
import type { Speller } from '../../../src/language/spelling/speller.ts'
import { spellerFiles } from '../../../src/language/spelling/speller-files.ts'
import { GRAMMAR_TEXTS } from '../labelled/grammar.ts'
import { SPELLING_TEXTS } from '../labelled/spelling.ts'
import { bodyLine, readText } from './body-line.ts'
import { MISSPELLINGS } from './misspellings.ts'

const NOBODY = knownWords([])
const NOWHERE = 'file:///nowhere/harper.wasm'
type Which = Dialect | 'dictionary' | 'failed' | 'closed'
const spellers = new Map<Which, Speller>()

beforeAll(async () => {
  // These first: what has loaded harper once has it for good.
  const files = { ...spellerFiles('British'), harper: NOWHERE }
  spellers.set('dictionary', await openSpeller('British', { readText, openHarper, files }))
  spellers.set('closed', await openSpeller('British', { readText, openHarper, files }))
  const none = { harper: NOWHERE, affixes: NOWHERE, words: NOWHERE }
  spellers.set('failed', await openSpeller('British', { readText, openHarper, files: none }))
  for (const dialect of DIALECTS) spellers.set(dialect, await openSpeller(dialect, { readText, openHarper }))
}, 120_000)
afterAll(() => {
  for (const speller of spellers.values()) speller.close()
})

function speller(which: Which): Speller {
  const found = spellers.get(which)
  if (!found) throw new Error(`no speller ${which}`)
  return found
}

async function flagsOf(
  signs: string,
  which: Which = 'British',
  known = NOBODY,
): Promise<readonly LineFlag[]> {
  return (await speller(which).check([bodyLine(signs)], known)).flat()
}

const wordsOf = (flags: readonly LineFlag[]): readonly string[] => flags.map(({ words }) => words)

test('it says what is at work', () => {
  expect(speller('British').state()).toBe('harper')
  expect(speller('dictionary').state()).toBe('dictionary')
})

test('where nothing can be loaded it says so, and flags nothing', async () => {
  const none = speller('failed')
  expect(none.state()).toBe('failed')
  expect(await none.check([bodyLine('The goverment fell.')], NOBODY)).toEqual([[]])
})

test('without a dictionary harper alone goes on', async () => {
  const files = { ...spellerFiles('British'), affixes: NOWHERE, words: NOWHERE }
  const alone = await openSpeller('British', { readText, openHarper, files })
  expect(alone.state()).toBe('harper')
  const flags = (await alone.check([bodyLine('Nobody expected the goverment to fall.')], NOBODY)).flat()
  expect(wordsOf(flags)).toEqual(['goverment'])
})

// Of 289 misspellings. What is asked is less than what was measured, for another version of harper not to fail at once.
test.each([
  ['British', 280, 265],
  ['dictionary', 270, 240],
] as const)(
  '%s finds %i misspellings and puts the right fix first for %i',
  async (which, found, first) => {
    const lines = MISSPELLINGS.map(([wrong]) => bodyLine(`They said that the ${wrong} was there on Tuesday.`))
    const flags = await speller(which).check(lines, NOBODY)
    const hits = MISSPELLINGS.map(([wrong], index) => flags[index]?.find(({ words }) => words === wrong))
    const right = MISSPELLINGS.filter(([, meant], index) => hits[index]?.fixes[0] === meant)
    expect(hits.filter(Boolean).length).toBeGreaterThanOrEqual(found)
    expect(right.length).toBeGreaterThanOrEqual(first)
    for (const hit of hits) expect(hit?.fixes.length ?? 1).toBeLessThanOrEqual(5)
  },
  120_000,
)

describe('the labelled texts', () => {
  test.each([...SPELLING_TEXTS, ...GRAMMAR_TEXTS])('$title', async ({ build, settings, must, mustNot }) => {
    const { lines } = checkedStory(build())
    const names = knownWords(namesOf(lines.map(lineFacts)))
    const flags = (await speller(settings?.dialect ?? 'British').check(lines, names)).flat()
    const isWanted = (flag: LineFlag): boolean =>
      must.some(({ check, words }) => check === flag.check && words === flag.words)
    const missed = must.filter(
      ({ check, words }) => !flags.some((flag) => flag.check === check && flag.words === words),
    )
    // What a story seems to name is left alone: that hides two of the misspelt countries.
    expect(missed.length).toBeLessThanOrEqual(must.length / 3)
    const unwanted = mustNot === 'anything else' ? ['spelling', 'grammar'] : mustNot
    expect(flags.filter((flag) => unwanted.includes(flag.check) && !isWanted(flag))).toEqual([])
  })
})

test.each<[string, Dialect, readonly string[]]>([
  ['The colour of the centre, a programme and a defence.', 'British', []],
  ['They organise and organize.', 'British', []],
  ['The color of the center.', 'British', ['color', 'center']],
  ['The color of the center.', 'American', []],
  ['The colour of the centre.', 'American', ['colour', 'centre']],
  ['The colour of the centre.', 'Australian', []],
  ['The defense of the Department of Defense', 'British', ['defense']],
  ['It was on monday in london.', 'British', ['monday', 'london']],
  ['The colour of the center.', 'Canadian', ['center']],
])('%s in %s: %j', async (signs, dialect, words) => {
  expect(wordsOf(await flagsOf(signs, dialect))).toEqual(words)
})

test('a word spelt as elsewhere is advice, and says whose spelling it isn’t', async () => {
  expect(await flagsOf('The color was red.')).toEqual([
    {
      kind: 'spelling',
      check: 'spelling',
      rule: 'color',
      from: 4,
      to: 9,
      words: 'color',
      message: '“color” is not British spelling. It is “colour” here.',
      weight: 'advice',
      fixes: ['colour'],
    },
  ])
})

test.each(['British', 'dictionary'] as const)(
  'with %s, places are in UTF-16 units whatever stands before them, and capitals are kept',
  async (which) => {
    const signs = `😀😀 cafe\u0301 👨‍👩‍👧 goverment. Goverment ${UNREAD}${UNREAD} says so’s goverment’s`
    const flags = (await flagsOf(signs, which)).filter(({ check }) => check === 'spelling')
    expect(wordsOf(flags)).toEqual(['goverment', 'Goverment', 'goverment'])
    for (const { from, to, words } of flags) expect(signs.slice(from, to)).toBe(words)
    expect(flags.map(({ fixes }) => fixes[0])).toEqual(['government', 'Government', 'government'])
  },
)

test('grammar too is found at its place after such signs', async () => {
  const signs = '😀 The museum showed the roof of it’s great hall to a elderly man.'
  const flags = await flagsOf(signs)
  expect(flags.map(({ words, fixes }) => [words, fixes[0]])).toEqual([
    ['it’s', 'its'],
    ['a', 'an'],
  ])
  for (const { from, to, words } of flags) expect(signs.slice(from, to)).toBe(words)
})

test('known words are left alone from one time to the next', async () => {
  const signs = 'The goverment met Zelensky and the kibbitzniks.'
  expect(wordsOf(await flagsOf(signs, 'British', knownWords(['goverment'])))).not.toContain('goverment')
  expect(wordsOf(await flagsOf(signs))).toContain('goverment')
})

test('names stand in bylines and credits, and are not looked at', async () => {
  const line = (part: CheckedLine['part']): CheckedLine => ({ ...bodyLine('By the goverment'), part })
  const parts = ['author', 'credit', 'place', 'body', 'headline'] as const
  const flags = await speller('British').check(parts.map(line), NOBODY)
  expect(flags.map((one) => one.length)).toEqual([0, 0, 0, 1, 1])
})

test.each([
  'Vera Brittain and Georgina met Vajpayee, McDonald and O’Brien of the SDLP at NATO’s HQ.',
  'Write to goverment@example.org, see www.goverment.org/recieve or @goverment, #goverment, H5N1.',
  'It is a re-election for ex-MPs, pre-dawn raids and mid-2020s rules.',
  'The cyberattack, the livestream and the gasfield were reimagined.',
  'The word ' + UNREAD.repeat(9) + ' stands for a note.',
  `They cried ${'a'.repeat(60)} and ${'recieve'.repeat(4)}.`,
])('nothing is wrong with: %s', async (signs) => {
  expect(wordsOf(await flagsOf(signs))).toEqual([])
})

test('a closed speller flags nothing', async () => {
  const closed = speller('closed')
  closed.close()
  expect(closed.state()).toBe('failed')
  expect(await closed.check([bodyLine('The goverment fell.')], NOBODY)).toEqual([[]])
})

test('whatever is written, flags lie in their line, in order, and quote it', async () => {
  const sign = fc.constantFrom(
    ...'aeot goverment teh it’s a elderly . , “ ” ’ - \n 1 é 😀 İ ß'.split(' '),
    ' ',
    UNREAD,
  )
  const text = fc.oneof(
    fc.array(sign, { maxLength: 40 }).map((signs) => signs.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  for (const which of ['British', 'dictionary'] as const) {
    await fc.assert(
      fc.asyncProperty(text, async (signs) => {
        const flags = await flagsOf(signs, which)
        for (const { from, to, words } of flags) {
          expect(from).toBeLessThan(to)
          expect(signs.slice(from, to)).toBe(words)
        }
        expect(flags.map(({ from }) => from)).toEqual(flags.map(({ from }) => from).toSorted((a, b) => a - b))
      }),
      { numRuns: 150 },
    )
  }
  expect(speller('British').state()).toBe('harper')
}, 120_000)
