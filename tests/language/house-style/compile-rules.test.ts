import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidateIndex } from '../../../src/language/house-style/candidate-index.ts'
import { checkStyle } from '../../../src/language/house-style/check-style.ts'
import { compileRules } from '../../../src/language/house-style/compile-rules.ts'
import { readRuleSheet } from '../../../src/language/house-style/rule-sheet.ts'
import { writeRuleSheet } from '../../../src/language/house-style/rule-sheet.ts'
import { houseRule, lineOf } from './house-rule-of.ts'
import { manyRules } from './rules-13000.ts'

test('every rule that can’t run is listed with its reason; dictionary words are no such rules', () => {
  const { rules, skipped } = compileRules([
    houseRule({ id: 'good' }),
    houseRule({ id: 'open', pattern: '(' }),
    houseRule({ id: 'group', replacement: '$1' }),
    houseRule({ id: 'xml', type: 'languageToolXML', pattern: '<rule/>' }),
    houseRule({ id: 'core', type: 'languageToolCore', pattern: 'UPPERCASE' }),
    houseRule({ id: 'word', type: 'dictionary', pattern: 'Zelensky' }),
    houseRule({ id: 'off', pattern: '(', isOff: true }),
  ])
  expect(rules.map(({ rule }) => rule.id)).toEqual(['good'])
  expect(skipped.map(({ rule, reason }) => `${rule.id}: ${reason}`)).toEqual([
    'open: A ( in it is never closed.',
    'group: Its replacement says $1, a group that its pattern doesn’t have.',
    expect.stringMatching(/^xml: It is a rule for LanguageTool/u),
    expect.stringMatching(/^core: It switches on/u),
  ])
})

test('13,000 rules are read from a sheet and made ready, and each finds what it is for', () => {
  const rules = manyRules(13_000)
  const read = readRuleSheet(writeRuleSheet(rules))
  expect(read.ok && read.rules).toEqual(rules)
  const compiled = compileRules(rules)
  const { length } = rules.filter(({ type, isOff }) => type === 'regex' && !isOff)
  const unread = compiled.skipped.filter(({ rule }) => rule.type === 'regex')
  expect(compiled.rules.length + unread.length).toBe(length)
  expect(unread.every(({ rule }) => rule.pattern.endsWith('?\\1'))).toBe(true)
  const name = compiled.rules.find(({ rule }) => /^\w+\\\.com$/u.test(rule.pattern))?.rule
  const text = `It stood on ${(name?.pattern ?? '').replace('\\', '')} for a day`
  expect(checkStyle(lineOf(text), compiled).map(({ rule }) => rule)).toContain(name?.id)
})

test('an expression is made once for narrow texts and once for all others', () => {
  const [rule] = compileRules([houseRule({ pattern: '\\bx\\b' })]).rules
  const [narrow, whole] = [true, false].map((isForNarrow) => rule?.expression(isForNarrow))
  expect(narrow?.regex.source).not.toBe(whole?.regex.source)
  expect([rule?.expression(true) === narrow, rule?.expression(false) === whole]).toEqual([true, true])
})

test('beside letters of any kind a word is found where it stands alone', () => {
  const compiled = compileRules([houseRule({ pattern: '\\bjist\\b' })])
  expect(
    ['jist', 'éjist', 'jist – jisté', 'жjist', 'jist ж jist\u0301'].map(
      (signs) => checkStyle(lineOf(signs), compiled).length,
    ),
  ).toEqual([1, 0, 1, 0, 1])
})

test('a text asks few of many rules', () => {
  const compiled = compileRules(manyRules(5000))
  const free = compiled.rules.filter(({ rule }) => rule.pattern.includes('{9,}')).length
  expect(compiled.candidates('the minister said on tuesday that nothing was decided').length).toBeLessThan(
    free + 20,
  )
})

test('the index finds each pattern whose words a text has', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 5 })
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '’'), maxLength: 30 })
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.array(word, { minLength: 1, maxLength: 3 })), { maxLength: 8 }),
      text,
      (needs, text) => {
        const expected = needs.flatMap((words, at) =>
          !words || words.some((one) => text.includes(one)) ? [at] : [],
        )
        expect(candidateIndex(needs).candidates(text)).toEqual(expected)
      },
    ),
  )
})
