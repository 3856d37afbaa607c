import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMON_PASSWORDS } from '../../../src/server/accounts/common-passwords.ts'
import { passwordProblem } from '../../../src/server/accounts/password-policy.ts'

const owner = { name: 'Grace O’Neill-Smith', email: 'grace.oneill@morning-paper.example' }

describe('passwordProblem', () => {
  test.each([
    ['eleven characters', 'kiln otter5', 'at least 12'],
    ['eleven characters in twenty-two code units', '🦔🦊🐝🐞🦋🐌🐛🐜🕷🦂🐢', 'at least 12'],
    ['nothing', '', 'at least 12'],
    ['129 characters', 'kiln otter harbour '.repeat(7).slice(0, 129), 'at most 128'],
    ['a common one', 'correcthorsebatterystaple', 'first that somebody would try'],
    ['a common one in capitals', 'PASSWORD12345', 'first that somebody would try'],
    ['a common one with spaces around it', '  qwerty123456 ', 'first that somebody would try'],
    ['one character', 'aaaaaaaaaaaaaaaa', 'first that somebody would try'],
    ['four characters', 'abcdabcdaabbccdd', 'first that somebody would try'],
    ['one part again and again', 'heronheronheron', 'first that somebody would try'],
    ['the alphabet', 'abcdefghijklm', 'first that somebody would try'],
    ['the alphabet from behind', 'zyxwvutsrqponm', 'first that somebody would try'],
    ['digits in a row', '1234567890123', 'first that somebody would try'],
    ['a row of keys', 'qwertyuiopasdf', 'first that somebody would try'],
    ['their name', 'graceoneillsmith', 'your name'],
    ['their name and a year', 'Grace.ONeill.1984', 'your name'],
    ['their address', 'grace.oneill@morning-paper.example', 'your name'],
    ['the desk', 'stet-stet-desk-01', 'your name'],
  ])('refuses %s', (_what, password, why) => {
    expect(passwordProblem(password, owner)).toContain(why)
  })

  test.each([
    ['twelve characters', 'kiln otter 5'],
    ['128 characters', `${'kiln otter harbour '.repeat(6)}fourteen more.`],
    ['small letters only', 'herons over the weir'],
    ['digits only, not in a row', '839201748362'],
    ['another script', 'над рекой туман лежит'],
    ['no letters of any alphabet', '🦔 🦊 🐝 🐞 🦋 🐌 🐛'],
    ['a sentence with their name in it', 'grace keeps seven herons'],
    ['spaces before and after', '  otter kiln moss  '],
  ])('takes %s', (_what, password) => {
    expect(passwordProblem(password, owner)).toBeNull()
  })

  test('all common passwords are long enough to need their place, and refused', () => {
    for (const password of COMMON_PASSWORDS) {
      expect(password.length).toBeGreaterThanOrEqual(12)
      expect(passwordProblem(password, owner)).not.toBeNull()
    }
  })

  test('whatever is asked of a password, it is an answer and no exception, and random words of enough length are taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (password) => {
        const length = Array.from(password).length
        const isTaken = passwordProblem(password, owner) === null
        expect(!isTaken || (length >= 12 && length <= 128)).toBe(true)
      }),
    )
    const character = fc.constantFrom(...Array.from('bcdfhjkqtuvwxyz'))
    fc.assert(
      fc.property(fc.array(character, { minLength: 20, maxLength: 40 }), (letters) => {
        fc.pre(new Set(letters).size > 8)
        expect(passwordProblem(letters.join(''), owner)).toBeNull()
      }),
    )
  })
})
