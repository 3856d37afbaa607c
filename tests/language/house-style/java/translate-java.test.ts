import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldCase } from '../../../../src/language/house-style/fold-case.ts'
import { readJava, translateJava } from '../../../../src/language/house-style/java/translate-java.ts'
import { javaPattern } from './java-pattern.ts'

function hits(pattern: string, text: string): readonly (readonly (string | undefined)[])[] {
  const translated = translateJava(pattern)
  if (!translated.ok) throw new Error(translated.reason)
  return [...text.matchAll(new RegExp(translated.source, translated.flags))].map((hit) =>
    translated.groups.map((at) => hit[at]),
  )
}

/** Pattern, text, and what Java's Matcher finds in it, each hit with its groups. */
const FOUND: readonly (readonly [string, string, readonly (readonly (string | undefined)[])[]])[] = [
  // Flags
  ['(?i)media?eval', 'Medieval MEDIAEVAL', [['Medieval'], ['MEDIAEVAL']]],
  ['(?i)café', 'CAFÉ', [['CAFÉ']]],
  ['a(?i)b|c', 'aB C', [['aB'], ['C']]],
  ['a(?i:b)c', 'aBc aBC abc', [['aBc'], ['abc']]],
  ['(?i)a(?-i)b', 'Ab AB ab', [['Ab'], ['ab']]],
  ['(?i)a(?-i:b)[c-e]', 'AbD ABd', [['AbD']]],
  ['x(?i:[^a])y', 'xAy xBy xby', [['xBy'], ['xby']]],
  ['x(?i:\\p{Lu})', 'xa xB', [['xa'], ['xB']]],
  ['(?x) a b # what it is\n c', 'abc a b', [['abc']]],
  ['(?x)[a b]\\ c', 'a c b c', [['a c'], ['b c']]],
  ['(?s)a.b', 'a\nb', [['a\nb']]],
  ['a.b', 'a\nb a\u0085b a-b', [['a-b']]],
  ['(?m)^b$', 'a\nb\nc', [['b']]],
  ['^b', 'a\nb', []],
  ['b$', 'ab\n', [['b']]],
  ['b\\z', 'ab\n', []],
  ['b\\Z', 'ab\n', [['b']]],
  ['\\Ab', 'bb', [['b']]],
  ['(?U)\\w+', 'Ärger é', [['Ärger'], ['é']]],
  // Words and spaces
  ['\\w+', 'Ärger', [['rger']]],
  ['\\bé', 'né é', [['é']]],
  ['\\bcaf\\b', 'café caf', [['caf']]],
  ['\\B\\w', 'ab', [['b']]],
  ['\\b\\p{Lu}{2}\\b', 'éAB AB ABé 1AB ÀB', [['AB'], ['ÀB']]],
  ['\\b[0-9]{1,2}(?:st|nd)\\b', 'é1st 1st 21stÉ', [['1st']]],
  ['\\b[B&&[A-Z]]ad\\b', 'éBad Bad', [['Bad']]],
  ['\\b[-a]b', 'a-b -b éab ab', [['-b'], ['ab']]],
  ['(?:ab)+c a?', 'ababc abc a', [['ababc a']]],
  ['(?:a)+b{2}', 'aabb ab', [['aabb']]],
  ['a(?i:b 1)', 'aB 1 AB 1', [['aB 1']]],
  ['-\\b', 'a- -b', [['-']]],
  ['a\\sb', 'a\u00A0b a b', [['a b']]],
  ['a\\hb', 'a\u00A0b', [['a\u00A0b']]],
  ['a\\Rb', 'a\r\nb', [['a\r\nb']]],
  ['\\x{1F600}\\x41\\u0042\\0103\\t', '😀ABC\t', [['😀ABC\t']]],
  ['\\uD83D\\uDE00+', '😀😀', [['😀😀']]],
  // Classes
  ['[a-z&&[^b]]+', 'abc', [['a'], ['c']]],
  ['[a-z&&def]+', 'abcdefg', [['def']]],
  ['[\\w&&[^\\d]]+', 'ab12', [['ab']]],
  ['[a-d[m-p]]+', 'abmpz', [['abmp']]],
  ['[^a-z&&[aeiou]]', 'ab1', [['b'], ['1']]],
  ['[]a]+', 'a]b', [['a]']]],
  ['[a-]+', 'a-b', [['a-']]],
  ['[&]', 'a&b', [['&']]],
  ['[\\Q^]\\E]+', '^]', [['^]']]],
  ['\\p{Alpha}\\p{Punct}', 'é, a,', [['a,']]],
  ['\\p{IsLatin}+', 'éа', [['é']]],
  ['\\p{javaLowerCase}\\P{L}', 'É1é1', [['é1']]],
  ['\\pL+', 'é1', [['é']]],
  // Groups
  ['(a)(?>b+)(c)', 'abbc', [['abbc', 'a', 'c']]],
  ['(?>a+)ab', 'aaab', []],
  ['a++b', 'aaab', [['aaab']]],
  ['a*+a', 'aaa', []],
  ['(x)?+(y)\\2', 'xyy', [['xyy', 'x', 'y']]],
  ['(?<first>a)(b)\\k<first>', 'aba', [['aba', 'a', 'b']]],
  ['\\b(\\w+) \\1\\b', 'the the end', [['the the', 'the']]],
  ['(a)\\10', 'aa0', [['aa0', 'a']]],
  ['(?:(a)|b)c', 'bc', [['bc', undefined]]],
  ['(?<=\\$)\\d+(?!\\d|%)', '$12 $13%', [['12']]],
  ['\\Qa.b\\E+', 'a.bb', [['a.bb']]],
  ['a{2,3}?b{2}', 'aaabb', [['aaabb']]],
  // Notes are held by nothing that doesn't name them.
  ['[^,]+', 'a\uFFFC\uFFFCb', [['a'], ['b']]],
  ['a.*b', 'a\uFFFCb', []],
]

const REFUSED: readonly (readonly [string, RegExp])[] = [
  ['(a', /never closed/u],
  ['a)', /closes nothing/u],
  ['[a', /never closed/u],
  ['*a', /nothing before it/u],
  ['a**', /nothing before it/u],
  ['a{3,2}', /fewer than/u],
  ['(a)?\\1', /may not have been found/u],
  ['(?:(a)|b)\\1', /may not have been found/u],
  ['\\1(a)', /group 1/u],
  ['(?i:(a)\\1)b', /any case/u],
  ['\\k<x>', /“x”/u],
  ['\\G', /last hit/u],
  ['\\p{InGreek}', /block/u],
  ['\\p{Nonsense}', /doesn’t know/u],
  ['\\y', /doesn’t know/u],
  ['a\\b{g}', /uses \\b, which/u],
  ['[z-a]', /before it begins/u],
  ['(?z)a', /kind of group/u],
  ['(?<=a++)b', /look behind/u],
  ['(?:a{1000}){1000}', /repeats so much/u],
  ['('.repeat(5000), /too deeply/u],
  ['['.repeat(5000), /too deeply/u],
  ['\\', /backslash/u],
  ['\\x{110000}', /number/u],
]

describe('a Java pattern in JavaScript', () => {
  test.each(FOUND)('%j in %j', (pattern, text, expected) => {
    expect(hits(pattern, text)).toEqual(expected)
  })

  test.each(REFUSED)('%j is refused with a reason', (pattern, reason) => {
    const translated = translateJava(pattern)
    expect(translated.ok ? '' : translated.reason).toMatch(reason)
  })

  test('needs the words that every hit has, in small letters', () => {
    const needs = (pattern: string): unknown => {
      const read = readJava(pattern)
      return read.ok && read.needs
    }
    expect(needs('(?i)Media?eval')).toEqual(['medieval', 'mediaeval'])
    expect(needs('\\b(?:prior|subsequent)\\s+to\\b')).toEqual(['prior', 'subsequent'])
    expect(needs('\\d+ (?:m|bn) dollars')).toEqual([' m dollars', ' bn dollars'])
    expect(needs('(?:colour)+s')).toEqual(['colour'])
    expect(needs('(?:colour)?')).toBe(null)
    expect(needs('\\w+')).toBe(null)
  })
})

describe('whatever stands in a pattern', () => {
  test('it is translated to one that the browser takes, or refused with a reason', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          javaPattern,
          fc.string({ unit: fc.constantFrom(...'a()[]{}\\|?*+.^$-&<>=!:12,pQEi '.split('')) }),
        ),
        (pattern) => {
          const translated = translateJava(pattern)
          if (!translated.ok) return translated.reason.length > 5
          return new RegExp(translated.source, translated.flags) instanceof RegExp
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('a hit holds one of the words that are needed', () => {
    fc.assert(
      fc.property(
        javaPattern,
        fc.string({ unit: fc.constantFrom(...'aAbBcC1 .é'.split('')) }),
        (pattern, text) => {
          const translated = translateJava(pattern)
          const read = readJava(pattern)
          if (!translated.ok || !read.ok) return translated.ok === read.ok
          const hit = new RegExp(translated.source, translated.flags).exec(text)
          return !hit || !read.needs || read.needs.some((word) => foldCase(text).includes(word))
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('a group means the same, however many groups stand for atomic ones before it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('(?>x+)', 'x*+', '(x)', '(?:x)', '(?<name>x)', 'x'), { maxLength: 6 }),
        (before) => {
          const names = before.filter((part) => part.includes('name')).length
          const pattern = `${before.join('-')}-(y)-(z)`
          const translated = translateJava(pattern)
          if (names > 1) return !translated.ok
          if (!translated.ok) return false
          const groups = before.filter((part) => part === '(x)' || part.includes('name')).length
          const text = `${before.map(() => 'x').join('-')}-y-z`
          const hit = new RegExp(translated.source, translated.flags).exec(text)
          return (
            hit?.[translated.groups[groups + 1] ?? 0] === 'y' &&
            hit[translated.groups[groups + 2] ?? 0] === 'z' &&
            translated.groups.length === groups + 3
          )
        },
      ),
    )
  })
})
