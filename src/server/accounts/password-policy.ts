import { COMMON_PASSWORDS } from './common-passwords.ts'

/** Shortest and longest password, in characters as a person counts them (code points). */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const

/** What somebody who attacks this account would try first. */
export type PasswordOwner = { readonly name: string; readonly email: string }

/**
 * Why this may not be that person's password, in words for them, or null where it may. It asks for length and for
 * nothing else: no kinds of characters. Passwords are taken as they are typed, spaces and all.
 */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  const length = Array.from(password).length
  if (length < PASSWORD_LENGTH.least)
    return `Take a password of at least ${PASSWORD_LENGTH.least} characters. A few words in a row make a good one.`
  if (length > PASSWORD_LENGTH.most) return `Take a password of at most ${PASSWORD_LENGTH.most} characters.`
  const folded = fold(password)
  if (COMMON_PASSWORDS.has(folded) || isPattern(folded))
    return 'This password is one of the first that somebody would try. Take another: a few words in a row that belong together only for you.'
  if (isMadeOfNames(folded, owner))
    return 'This password is little more than your name, your address or the name of this desk. Take another, with words that nobody would guess.'
  return null
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/** Few different characters, one short part again and again, or characters in a row of the alphabet, of digits or of a keyboard. */
function isPattern(folded: string): boolean {
  if (new Set(folded).size < 5) return true
  if (/^(.{1,6})\1+.{0,2}$/u.test(folded)) return true
  return ROWS.some((row) => row.includes(folded))
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = '01234567890123456789'
const KEYS = ['qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm', 'azertyuiopqsdfghjklmwxcvbn']
const turned = (row: string): string => Array.from(row).toReversed().join('')
const ROWS = [LETTERS, DIGITS, ...KEYS].flatMap((row) => [row, turned(row)])

/** Fewer than six characters are left when the person's own words, the desk's and digits are taken out. */
function isMadeOfNames(folded: string, owner: PasswordOwner): boolean {
  const words = [owner.name, owner.email, 'stet', 'editorial', 'desk', 'password']
    .flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= 3)
    .toSorted((a, b) => b.length - a.length)
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), folded)
  return left !== folded && Array.from(left.replaceAll(/[^\p{L}]/gu, '')).length < 6
}
