import { describe, expect, test } from 'vitest'
import { readEmail, readName } from '../../../src/server/accounts/account-names.ts'

describe('readName', () => {
  test.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    ['  Ada \t Lovelace\n', 'Ada Lovelace'],
    ['Ada\u{202E}Lovelace', 'Ada Lovelace'],
    ['Jose\u{301}', 'Jos\u{E9}'],
    ['نجیب\u{200C}الله', 'نجیب\u{200C}الله'],
    ['<b>Ada</b>', '<b>Ada</b>'],
  ])('keeps %j as %j', (typed, name) => {
    expect(readName(typed)).toEqual({ ok: true, value: name })
  })

  test.each([
    ['nothing', ''],
    ['spaces', ' \u{202E} '],
    ['too much', 'a'.repeat(101)],
  ])('refuses %s', (_what, typed) => {
    expect(readName(typed)).toMatchObject({ ok: false, reason: 'invalid' })
  })
})

describe('readEmail', () => {
  test.each([
    ['ada@paper.example', 'ada@paper.example'],
    [' Ada.B+desk@Paper.Example ', 'ada.b+desk@paper.example'],
    ['ada@newsroom', 'ada@newsroom'],
    ['o’neill@paper.example', 'o’neill@paper.example'],
    ['JOSE\u{301}@paper.example', 'jos\u{E9}@paper.example'],
  ])('keeps %j as %j', (typed, email) => {
    expect(readEmail(typed)).toEqual({ ok: true, value: email })
  })

  test.each([
    '',
    'ada',
    '@paper.example',
    'ada@',
    'ada@paper@example',
    'ada b@paper.example',
    'ada@paper.example, ben@paper.example',
    'Ada <ada@paper.example>',
    'ada@paper.example\nbcc: all@paper.example',
    `${'a'.repeat(250)}@b.cd`,
  ])('refuses %j', (typed) => {
    expect(readEmail(typed)).toMatchObject({ ok: false, reason: 'invalid' })
  })
})
