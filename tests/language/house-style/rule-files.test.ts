import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HouseRule } from '../../../src/domain/checks/house-rule.ts'
import { readRules } from '../../../src/language/house-style/read-rules.ts'
import { readRuleJson, writeRuleJson } from '../../../src/language/house-style/rule-json.ts'
import { readRuleSheet, writeRuleSheet } from '../../../src/language/house-style/rule-sheet.ts'
import { houseRule } from './house-rule-of.ts'

const HEAD =
  'Type,Pattern,Replacement,Colour,Category,Additional data,Description,Tags,Ignore?,Notes,ID,ForceRed,,Advisory'
const GIST = houseRule({
  id: '658184fb',
  pattern: '\\b(j|g)ist',
  replacement: 'gist',
  category: 'Guardian convention',
  description: 'gist, as the paper has it',
  tags: ['Guardian convention'],
})

describe('a sheet', () => {
  test.each<readonly [string, string, readonly HouseRule[]]>([
    [
      'by its headings',
      `${HEAD}\r\nregex,\\b(j|g)ist,gist,00ffff,Guardian convention,,"gist, as the paper has it",Guardian convention,FALSE,,658184fb,,,\r\n`,
      [GIST],
    ],
    [
      'by position, without headings',
      'regex,\\b(j|g)ist,gist,00ffff,Guardian convention,,"gist, as the paper has it",Guardian convention,FALSE,,658184fb\n',
      [GIST],
    ],
    [
      'columns in another order',
      'ID,Pattern,Type,Description\n7,x,Regex,Why\n',
      [houseRule({ id: '7', pattern: 'x', category: '' })],
    ],
    [
      'separated by tabs',
      'Type\tPattern\tID\tDescription\nregex\ta,b\t7\tWhy\n',
      [houseRule({ id: '7', pattern: 'a,b', category: '' })],
    ],
    [
      'separated by semicolons',
      'Type;Pattern;ID;Description\nregex;a,b;7;Why\n',
      [houseRule({ id: '7', pattern: 'a,b', category: '' })],
    ],
    [
      'marks of every kind',
      `${HEAD}\nlt,<rule/>,,,Style,,Why,"a, b",TRUE,n,1,y,,y\nlt_core,UP,,,Style,,Why,,true,,2,,,\n`,
      [
        houseRule({
          id: '1',
          type: 'languageToolXML',
          pattern: '<rule/>',
          tags: ['a', 'b'],
          isOff: true,
          notes: 'n',
          isForced: true,
          isAdvisory: true,
        }),
        houseRule({ id: '2', type: 'languageToolCore', pattern: 'UP', isOff: true }),
      ],
    ],
    [
      'a mark of byte order, quotes and line breaks',
      `\uFEFF${HEAD}\r\nregex,"say ""x""",,,Style,,"one\r\ntwo",,,,3,,,\r\n`,
      [houseRule({ id: '3', pattern: 'say "x"', description: 'one\r\ntwo' })],
    ],
  ])('%s', (_name, text, rules) => {
    expect(readRuleSheet(text)).toMatchObject({ ok: true, rules, problems: [] })
  })

  test('rows that can’t be read are listed, with their numbers', () => {
    const read = readRuleSheet(
      `${HEAD}\nregex,a,,,,,,,,,1\nsed,b,,,,,,,,,2\n\nregex,,,,,,,,,,3\n,c\nregex,d,,,,,,,,,1\nregex,e,,,,,,,,,\n`,
    )
    expect(read.ok && read.rules.map(({ id, pattern }) => `${id} ${pattern}`)).toEqual([
      '1 a',
      '1-2 d',
      expect.stringMatching(/^rule-[0-9a-f]{8} e$/u),
    ])
    expect(read.ok && read.problems.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([
      '3: Its type, “sed”, is not one that Stet knows.',
      '5: It has no pattern.',
      '6: It has no type.',
      '7: A rule above has the same ID, 1; this one was given 1-2.',
    ])
  })

  test('columns that aren’t kept are named', () => {
    const read = readRuleSheet('Type,Pattern,Colour,Owner,Sub\nregex,a,00ffff,Max,\n')
    expect(read.ok && read.notKept).toEqual(['Colour', 'Owner'])
  })
})

describe('JSON', () => {
  const rules = [
    {
      id: '1',
      category: { id: 'c', name: 'Style' },
      description: 'Why',
      suggestions: [],
      replacement: { type: 'TEXT_SUGGESTION', text: '$1b' },
      regex: '(a)',
    },
    { id: '2', xml: '<rule/>', category: { id: 'c', name: 'Style' }, description: 'Why' },
    { id: '3', languageToolRuleId: 'UP' },
    { id: '4', word: 'Zelensky', category: { id: 'c', name: 'Style' } },
  ]
  const expected = [
    houseRule({ id: '1', pattern: '(a)', replacement: '$1b' }),
    houseRule({ id: '2', type: 'languageToolXML', pattern: '<rule/>' }),
    houseRule({ id: '3', type: 'languageToolCore', pattern: 'UP', category: '', description: '' }),
    houseRule({ id: '4', type: 'dictionary', pattern: 'Zelensky', description: '' }),
  ]

  test('of the artefact, with the classes’ names and without', () => {
    const classes = ['RegexRule', 'LTRuleXML', 'LTRuleCore', 'DictionaryRule']
    const named = rules.map((rule, at) => ({
      _type: `com.gu.typerighter.model.${classes[at] ?? ''}`,
      ...rule,
    }))
    for (const list of [rules, named]) {
      expect(readRuleJson(JSON.stringify({ rules: list }))).toEqual({
        ok: true,
        rules: expected,
        problems: [],
        notKept: [],
      })
    }
  })

  test('of the rule manager', () => {
    const row = {
      ruleType: 'regex',
      pattern: 'a',
      replacement: 'b',
      category: 'Style',
      tags: [1, '2'],
      description: 'Why',
      ignore: true,
      notes: 'n',
      externalId: 'x',
      id: 9,
      forceRedRule: true,
      advisoryRule: true,
      ruleOrder: 4,
      revisionId: 2,
      createdAt: 'now',
      isPublished: true,
    }
    expect(readRuleJson(JSON.stringify([row]))).toEqual({
      ok: true,
      rules: [
        houseRule({
          id: 'x',
          pattern: 'a',
          replacement: 'b',
          tags: ['1', '2'],
          notes: 'n',
          isOff: true,
          isForced: true,
          isAdvisory: true,
        }),
      ],
      problems: [],
      notKept: [],
    })
  })

  test('what can’t be read or kept is listed', () => {
    const read = readRuleJson(
      JSON.stringify([
        7,
        { id: '1' },
        { id: '2', regex: 5 },
        { id: '3', regex: 'a', suggestions: [{ text: '$5' }, { text: 'b' }], owner: 'Max' },
      ]),
    )
    expect(read.ok && read.rules.map(({ replacement }) => replacement)).toEqual(['\\$5'])
    expect(read.ok && read.problems.map(({ row, reason }) => `${row}: ${reason}`)).toEqual([
      '1: It is not a rule.',
      '2: It doesn’t say what type of rule it is.',
      '3: It has something in “regex” that a rule doesn’t have there.',
      '4: Only its replacement is kept, not its further suggestions.',
    ])
    expect(read.ok && read.notKept).toEqual(['owner'])
  })
})

test.each([
  ['notes.txt', 'Dear desk,\nno rules here.'],
  ['image.png', '\u0000\u0001PNG'],
  ['list.json', '{"rulez": []}'],
  ['broken.json', '[{'],
])('%s is no file of rules, and says so', (name, text) => {
  const read = readRules(name, text)
  expect(read.ok ? '' : read.message).toMatch(new RegExp(`“${name}”.*headings Type`, 'u'))
})

test('an empty file is called empty', () => {
  expect(readRules('a.csv', ' \n')).toEqual({ ok: false, message: '“a.csv” is empty. No rule was changed.' })
})

describe('whatever the rules are', () => {
  const words = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'ab ,;"\n\r\t\\$|\uFEFFé'.split('')),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 12,
  })
  const tag = fc
    .string({ unit: fc.constantFrom(...'ab :-"é'.split('')), maxLength: 5 })
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const rule: fc.Arbitrary<HouseRule> = fc.record({
    id: fc.uuid(),
    type: fc.constantFrom('regex', 'dictionary', 'languageToolXML', 'languageToolCore'),
    pattern: words.filter((one) => one.trim() !== ''),
    replacement: fc.option(words.filter((one) => one !== '\\')),
    category: words,
    tags: fc.array(tag, { maxLength: 3 }),
    description: words,
    notes: words,
    isOff: fc.boolean(),
    isForced: fc.boolean(),
    isAdvisory: fc.boolean(),
    inQuotations: fc.boolean(),
  })
  const rules = fc.uniqueArray(rule, { selector: ({ id }) => id, maxLength: 5, minLength: 1 })

  test('a sheet brings back what was written', () => {
    fc.assert(
      fc.property(rules, (rules) => {
        expect(readRules('a.csv', writeRuleSheet(rules))).toEqual({
          ok: true,
          rules,
          problems: [],
          notKept: [],
        })
      }),
    )
  })

  test('JSON brings back what was written', () => {
    fc.assert(
      fc.property(rules, (rules) => {
        expect(readRules('a.json', writeRuleJson(rules))).toEqual({
          ok: true,
          rules,
          problems: [],
          notKept: [],
        })
      }),
    )
  })

  test('any text is read without error, and each row is a rule or listed', () => {
    fc.assert(
      fc.property(fc.array(fc.array(words, { maxLength: 12 }), { maxLength: 5 }), (rows) => {
        const cell = (one: string): string => `"${one.replaceAll('"', '""')}"`
        const filled = rows.filter((row) => row.some((one) => one.trim() !== ''))
        const read = readRuleSheet([HEAD, ...rows.map((row) => row.map(cell).join(','))].join('\n'))
        expect(read.ok && read.rules.length + read.problems.length).toBeGreaterThanOrEqual(filled.length)
      }),
    )
    fc.assert(
      fc.property(
        fc.json(),
        words,
        (json, text) =>
          typeof readRules('a', json).ok === 'boolean' && typeof readRules('a', text).ok === 'boolean',
      ),
    )
  })
})
