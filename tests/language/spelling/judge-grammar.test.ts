import { expect, test } from 'vitest'
import { UNREAD } from '../../../src/domain/checks/checked-story.ts'
import { judgeGrammar } from '../../../src/language/spelling/judge-grammar.ts'

/** Flags where a rule finds the words between brackets. */
function judged(rule: string, marked: string, fixes: readonly string[] = ['x']): number {
  const from = marked.indexOf('[')
  const to = marked.indexOf(']') - 1
  const signs = marked.replace(/[[\]]/gu, '')
  const finding = { rule, from, to, words: signs.slice(from, to), message: 'Use `x` **here**', fixes }
  return judgeGrammar(signs, [finding]).length
}

test.each<[number, string, string]>([
  [1, 'AnA', 'left [a] elderly man'],
  [1, 'AnA', 'had [an] brown suitcase'],
  [0, 'AnA', 'took [an] hour'],
  [0, 'AnA', 'took [an] historic step'],
  [0, 'AnA', 'by [a] unanimous vote'],
  [0, 'AnA', 'was [an] unidentified boat'],
  [0, 'AnA', 'met [a] European'],
  [0, 'AnA', 'said [an] MP'],
  [0, 'AnA', 'paid [a] one-off fee'],
  [1, 'ItsPossessive', 'the roof of [it’s] hall'],
  [1, 'ItsPossessive', 'a show with [it’s] own hall'],
  [0, 'ItsPossessive', 'I think [it’s] important'],
  [1, 'PronounVerbAgreement', 'when he [support] it'],
  [0, 'PronounVerbAgreement', 'World War I [soldiers]'],
  [1, 'ThenThan', 'more [then] that'],
  [0, 'ThenThan', `more [then${UNREAD}]`],
])('%i of %s in %s', (count, rule, marked) => {
  expect(judged(rule, marked)).toBe(count)
})

test('its words are for people, and a fix changes something', () => {
  const finding = {
    rule: 'ThenThan',
    from: 5,
    to: 9,
    words: 'then',
    message: 'Use `than` **here**',
    fixes: ['then', 'than', 'than'],
  }
  expect(judgeGrammar('more then that', [finding])).toEqual([
    {
      kind: 'spelling',
      check: 'grammar',
      rule: 'ThenThan',
      from: 5,
      to: 9,
      words: 'then',
      message: 'Use “than” here.',
      weight: 'fault',
      fixes: ['than'],
    },
  ])
})
