import { expect, test } from 'vitest'
import { CHECK_SETTINGS } from '../../../src/domain/checks/check-settings.ts'
import { wordsOf } from '../../../src/language/house-style/words-of.ts'
import { houseRule } from './house-rule-of.ts'

test('words of the dictionary rules that are on are right, besides those of the desk', () => {
  const rules = [
    houseRule({ id: 'on', type: 'dictionary', pattern: ' Zelensky' }),
    houseRule({ id: 'off', type: 'dictionary', pattern: 'Kiev', isOff: true }),
    houseRule({ id: 'regex', pattern: 'Lviv' }),
  ]
  expect(wordsOf({ ...CHECK_SETTINGS, deskWords: ['Oblast'], rules })).toEqual(['Oblast', 'Zelensky'])
  expect(wordsOf({ ...CHECK_SETTINGS, rules, rulesOff: ['on'] })).toEqual([])
})
