import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { UNREAD, type CheckedLine } from '../../../src/domain/checks/checked-story.ts'
import type { HouseRule } from '../../../src/domain/checks/house-rule.ts'
import { checkStyle } from '../../../src/language/house-style/check-style.ts'
import { compileRules } from '../../../src/language/house-style/compile-rules.ts'
import { javaPattern } from './java/java-pattern.ts'
import { houseRule, lineOf } from './house-rule-of.ts'

/** What each flag stands on, its weight and its first fix. */
function found(rules: readonly Partial<HouseRule>[], line: CheckedLine | string): readonly string[] {
  const compiled = compileRules(rules.map((rule, at) => houseRule({ id: `r${at}`, ...rule })))
  return checkStyle(typeof line === 'string' ? lineOf(line) : line, compiled).map(
    ({ words, weight, fixes }) => `${words} ${weight} ${fixes.join('|')}`,
  )
}

const MEDIEVAL = { pattern: '(?i)\\bmedia?eval', replacement: 'medieval' }

describe('what a rule finds', () => {
  test.each<readonly [string, readonly Partial<HouseRule>[], CheckedLine | string, readonly string[]]>([
    [
      'a replacement with groups',
      [{ pattern: '\\b(j|g)ist', replacement: '$1ust' }],
      'the jist',
      ['jist fault just'],
    ],
    [
      'groups as they are where they stand',
      [{ pattern: '(?<=the )(c)at', replacement: '${1}ow'.replace('{1}', '1') }],
      'the cat',
      ['cat fault cow'],
    ],
    [
      'a capital at a sentence’s start',
      [{ pattern: '(?i)prior to', replacement: 'before' }],
      'Prior to it. Prior to that, prior to this',
      ['Prior to fault Before', 'Prior to fault Before', 'prior to fault before'],
    ],
    [
      'what is right at a sentence’s start',
      [MEDIEVAL],
      'Medieval times, Mediaeval times',
      ['Medieval right ', 'Mediaeval fault medieval'],
    ],
    [
      'a name that is right',
      [{ pattern: '(?i)keir starmer', replacement: 'Keir Starmer' }],
      'By Keir Starmer and Keir starmer',
      ['Keir Starmer right ', 'Keir starmer fault Keir Starmer'],
    ],
    [
      'a small letter that is meant, at a sentence’s start',
      [{ pattern: '(?i)iphone', replacement: 'iPhone' }],
      'iPhone and iphone',
      ['iPhone right ', 'iphone fault iPhone'],
    ],
    ['words to leave out', [{ pattern: ' indeed', replacement: '' }], 'yes indeed', [' indeed fault ']],
    ['advice', [{ pattern: 'cat', isAdvisory: true }], 'a cat', ['cat advice ']],
    [
      'what is forced, though advisory',
      [{ pattern: 'cat', isAdvisory: true, isForced: true }],
      'a cat',
      ['cat forced '],
    ],
    ['nothing that is empty', [{ pattern: 'x*' }], 'abxx', ['xx fault ']],
    ['nothing of a rule that is off', [{ pattern: 'cat', isOff: true }], 'a cat', []],
    ['nothing inside of a note', [{ pattern: 'cat' }], `a ${UNREAD.repeat(3)} b`, []],
    ['nothing across a note', [{ pattern: 'a.*b' }], `a${UNREAD}b`, []],
    ['what stands before and behind a note', [{ pattern: '[^.]+' }], `a${UNREAD}b`, ['a fault ', 'b fault ']],
    ['nothing in a quotation', [{ pattern: 'cat' }], 'a “cat” and "a cat" and ‘cat’ and cat', ['cat fault ']],
    ['what reaches into a quotation', [{ pattern: 'say “cat' }], 'say “cat”', []],
    [
      'what the rule wants in a quotation',
      [{ pattern: 'cat', inQuotations: true }],
      'a “cat”',
      ['cat fault '],
    ],
    ['the marks of a quotation', [{ pattern: '”,', replacement: ',”' }], '“Cat”, he said', ['”, fault ,”']],
    ['nothing in a block that quotes', [{ pattern: 'cat' }], { ...lineOf('a cat'), kind: 'quote' }, []],
    ['nothing in an author', [{ pattern: 'cat' }], { ...lineOf('a cat'), part: 'author' }, []],
    [
      'a part that has a tag',
      [{ pattern: 'cat', tags: ['only:credit'] }],
      { ...lineOf('a cat'), part: 'credit' },
      ['cat fault '],
    ],
    ['nothing in parts without the tag', [{ pattern: 'cat', tags: ['only:credit'] }], 'a cat', []],
    ['the longer of two', [{ pattern: 'big cat' }, { pattern: 'cat' }], 'a big cat', ['big cat fault ']],
    [
      'the forced of two',
      [{ pattern: 'big cat' }, { pattern: 'cat', isForced: true }],
      'a big cat',
      ['cat forced '],
    ],
    [
      'the later of two alike',
      [
        { pattern: 'cat', replacement: 'one' },
        { pattern: 'cat', replacement: 'two' },
      ],
      'a cat',
      ['cat fault two'],
    ],
  ])('%s', (_name, rules, line, expected) => {
    expect(found(rules, line)).toEqual(expected)
  })

  test('the message is the description without its Markdown, or says what is known', () => {
    const message = (rule: Partial<HouseRule>): string | undefined =>
      checkStyle(lineOf('a cat'), compileRules([houseRule({ pattern: 'cat', ...rule })]))[0]?.message
    expect(message({ description: '**Dog**, _not_ [cat](https://a.b/c)' })).toBe('Dog, not cat')
    expect(message({ description: '', replacement: 'dog', category: 'Pets' })).toBe(
      'House style (Pets): “dog”, not “cat”.',
    )
    expect(message({ description: '', category: '' })).toBe('House style has a rule about “cat”.')
    expect(message({ description: '', replacement: 'cat' })).toBe('“cat” is right.')
  })

  test('each rule that can have a hit is said before it runs', () => {
    const ran: string[] = []
    const compiled = compileRules([
      houseRule({ id: 'cat', pattern: 'cat' }),
      houseRule({ id: 'dog', pattern: 'dog' }),
      houseRule({ id: 'any', pattern: '\\w' }),
    ])
    checkStyle(lineOf('a Cat'), compiled, (id) => ran.push(id))
    expect(ran).toEqual(['cat', 'any'])
  })
})

test('flags lie inside the line, in its order, apart from each other, and their words are the line’s', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'aBc1 .é“”"‘’,\n'.split(''), UNREAD), maxLength: 60 })
  fc.assert(
    fc.property(fc.array(javaPattern, { maxLength: 6 }), signs, (patterns, signs) => {
      const compiled = compileRules(
        patterns.map((pattern, at) =>
          houseRule({ id: String(at), pattern, inQuotations: at % 2 === 0, isForced: at === 3 }),
        ),
      )
      let end = 0
      return checkStyle(lineOf(signs), compiled).every(({ from, to, words }) => {
        const isFine =
          from >= end &&
          to > from &&
          to <= signs.length &&
          signs.slice(from, to) === words &&
          !words.includes(UNREAD)
        end = to
        return isFine
      })
    }),
    { numRuns: 500 },
  )
})
